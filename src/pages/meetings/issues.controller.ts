import { z } from 'zod';
import { IssuesUseCase } from '../../compilation/index.js';
import { beganInput, secretariat, staff } from '../../platform/index.js';
import { form, OnPage, page, PageController, type PageInput, seeOther, show } from '../../web/index.js';
import { mayAct } from '../frame/may-act.js';
import { several } from './form-fields.js';
import { IssuesPage } from './issues-page.js';
import { meetingsPath } from './meeting-words.js';

const issues = '/c/:compilationId/meetings/issues';
const raised = z.object({
  kind: z.string().default(''),
  title: z.string().default(''),
  holder: several,
  view: several,
  reason: several,
  proposal: z.string().default(''),
});
const routes = {
  list: page(issues, { by: staff }),
  raise: form(issues, { by: secretariat, body: raised }),
  escalate: form(`${issues}/:issueId/escalate`, { by: secretariat, body: z.object({ began: beganInput }) }),
  decide: form(`${issues}/:issueId/decide`, {
    by: secretariat,
    body: z.object({
      decision: z.string().default(''),
      reason: z.string().default(''),
      began: beganInput,
    }),
  }),
  amend: form(`${issues}/:issueId/amend`, {
    by: secretariat,
    body: raised.extend({ why: z.string().default(''), began: beganInput }),
  }),
  withdraw: form(`${issues}/:issueId/withdraw`, {
    by: secretariat,
    body: z.object({ reason: z.string().default('') }),
  }),
};

/** 重大分歧: raised with the views of all sides, escalated to the leading group, closed by its decision. */
@PageController()
export class IssuesPagesController {
  constructor(
    private readonly pages: IssuesPage,
    private readonly issues: IssuesUseCase,
  ) {}

  @OnPage(routes.list)
  async list({ params, visitor }: PageInput<typeof routes.list>) {
    const view = await this.pages.view(params.compilationId, mayAct(visitor, params.compilationId));
    return show('meetings/issues', view, { title: '重大分歧', nav: 'meetings' });
  }

  @OnPage(routes.raise)
  async raise({ params, actor, body }: PageInput<typeof routes.raise>) {
    await this.issues.raise(params.compilationId, actor, issueOf(body));
    return this.back(params.compilationId, '已登记。写明各方意见和处理建议后，可以提请领导小组。');
  }

  @OnPage(routes.escalate)
  async escalate({ params, actor, body }: PageInput<typeof routes.escalate>) {
    await this.issues.escalate(params.compilationId, actor, params.issueId, body);
    return this.back(params.compilationId, '已提请领导小组决定。');
  }

  @OnPage(routes.decide)
  async decide({ params, actor, body }: PageInput<typeof routes.decide>) {
    await this.issues.decide(params.compilationId, actor, params.issueId, body);
    return this.back(params.compilationId, '已登记领导小组的决定。');
  }

  @OnPage(routes.amend)
  async amend({ params, actor, body }: PageInput<typeof routes.amend>) {
    const { why, began, ...issue } = body;
    const amended = { ...issueOf(issue), reason: why, began };
    await this.issues.amend(params.compilationId, actor, params.issueId, amended);
    return this.back(params.compilationId, '已更正。写明各方意见和处理建议后，可以提请领导小组。');
  }

  @OnPage(routes.withdraw)
  async withdraw({ params, actor, body }: PageInput<typeof routes.withdraw>) {
    await this.issues.withdraw(params.compilationId, actor, params.issueId, body);
    return this.back(params.compilationId, '已撤回，事由记入台账。');
  }

  private back(compilationId: string, notice: string) {
    return seeOther(`${meetingsPath(compilationId)}/issues`, notice);
  }
}

/** The sides' boxes as views; a side left empty is none. */
function issueOf({ holder, view, reason, ...issue }: z.output<typeof raised>) {
  const views = holder
    .map((name, index) => ({ holder: name, view: view[index] ?? '', reason: reason[index] ?? '' }))
    .filter((row) => Object.values(row).some((text) => text.trim() !== ''));
  return { ...issue, views };
}
