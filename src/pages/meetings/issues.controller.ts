import { z } from 'zod';
import {
  amendIssue,
  decideIssue,
  escalateIssue,
  issueFields,
  raiseIssue,
  withdrawIssue,
} from '../../compilation/index.js';
import { beganInput, staff } from '../../platform/index.js';
import {
  actForm,
  actFormOf,
  formsOf,
  OnPage,
  page,
  PageController,
  type PageInput,
  seeOther,
  show,
} from '../../web/index.js';
import { mayAct } from '../frame/may-act.js';
import { several } from './form-fields.js';
import { IssuesPage } from './issues-page.js';
import { meetingsPath } from './meeting-words.js';

const issues = '/c/:compilationId/meetings/issues' as const;
const routes = { list: page(issues, { by: staff }) };

const { kind } = issueFields.shape;
const raised = z.object({
  kind,
  title: z.string().default(''),
  holder: several,
  view: several,
  reason: several,
  proposal: z.string().default(''),
});

/** The sides' boxes as views; a side left empty is none. */
function issueOf({ holder, view, reason, ...issue }: z.output<typeof raised>) {
  const views = holder
    .map((name, index) => ({ holder: name, view: view[index] ?? '', reason: reason[index] ?? '' }))
    .filter((row) => Object.values(row).some((text) => text.trim() !== ''));
  return { ...issue, views };
}

const told =
  (notice: string) =>
  ({ params }: { params: { compilationId: string } }) =>
    seeOther(`${meetingsPath(params.compilationId)}/issues`, notice);

export const IssueForms = formsOf({
  raise: actFormOf(raiseIssue, issues, {
    fields: raised,
    read: issueOf,
    then: told('已登记。写明各方意见和处理建议后，可以提请领导小组。'),
  }),
  escalate: actForm(escalateIssue, `${issues}/:issueId/escalate`, { then: told('已提请领导小组决定。') }),
  decide: actForm(decideIssue, `${issues}/:issueId/decide`, { then: told('已登记领导小组的决定。') }),
  amend: actFormOf(amendIssue, `${issues}/:issueId/amend`, {
    fields: raised.extend({ why: z.string().default(''), began: beganInput }),
    read: ({ why, began, ...issue }, { issueId }) => ({ ...issueOf(issue), issueId, reason: why, began }),
    then: told('已更正。写明各方意见和处理建议后，可以提请领导小组。'),
  }),
  withdraw: actForm(withdrawIssue, `${issues}/:issueId/withdraw`, { then: told('已撤回，事由记入台账。') }),
});

/** 重大分歧: raised with the views of all sides, escalated to the leading group, closed by its decision. */
@PageController()
export class IssuesPagesController {
  constructor(private readonly pages: IssuesPage) {}

  @OnPage(routes.list)
  async list({ params, visitor }: PageInput<typeof routes.list>) {
    const view = await this.pages.view(params.compilationId, mayAct(visitor, params.compilationId));
    return show('meetings/issues', view, { title: '重大分歧', nav: 'meetings' });
  }
}
