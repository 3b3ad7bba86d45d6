import { z } from 'zod';
import { dateOf } from '../../calendar/index.js';
import {
  CiteVisitUseCase,
  CorrectVisitUseCase,
  LogVisitUseCase,
  visitKindTitles,
  type VisitKind,
} from '../../materials/index.js';
import { Clock, secretariat, staff } from '../../platform/index.js';
import { form, OnPage, page, PageController, type PageInput, seeOther, show } from '../../web/index.js';
import { several } from '../words/form-fields.js';
import { topicsPath } from './topics-paths.js';
import { VisitsPage } from './visits-page.js';

const base = '/c/:compilationId/topics/visits' as const;

const visit = z.object({
  kind: z.string(),
  place: z.string(),
  visitedOn: z.string(),
  hosts: z.string(),
  findings: z.string(),
});

const routes = {
  visits: page(base, { by: staff }),
  cite: page(`${base}/:visitId`, { by: staff }),
  log: form(base, { by: secretariat, body: visit }),
  amend: form(`${base}/:visitId/amend`, {
    by: secretariat,
    body: visit.extend({ revision: z.coerce.number(), reason: z.string().default('') }),
  }),
  withdraw: form(`${base}/:visitId/withdraw`, {
    by: secretariat,
    body: z.object({ reason: z.string().default('') }),
  }),
  keep: form(`${base}/:visitId`, {
    by: secretariat,
    body: z.object({ revision: z.coerce.number(), usedIn: several }),
  }),
};

/** One organisation a line, as the form asks. */
const linesOf = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** 调研走访: where the drafters went, what they found, and which clauses use it. */
@PageController()
export class VisitsController {
  constructor(
    private readonly pages: VisitsPage,
    private readonly logVisit: LogVisitUseCase,
    private readonly citeVisit: CiteVisitUseCase,
    private readonly correctVisit: CorrectVisitUseCase,
    private readonly clock: Clock,
  ) {}

  @OnPage(routes.visits)
  async visits({ params, actor }: PageInput<typeof routes.visits>) {
    const kinds = (Object.keys(visitKindTitles) as VisitKind[]).map((value) => ({
      value,
      title: visitKindTitles[value],
    }));
    const view = {
      ...(await this.pages.view(params.compilationId)),
      ...{ kinds, mayAct: actor.kind === 'secretariat' },
      today: dateOf(this.clock.now()),
    };
    return show('topics/visits', view, { title: '调研走访', nav: 'topics' });
  }

  @OnPage(routes.cite)
  async cite({ params, actor }: PageInput<typeof routes.cite>) {
    const visit = await this.pages.one(params.compilationId, params.visitId);
    const view = { ...visit, mayAct: actor.kind === 'secretariat' };
    return show('topics/visit', view, { title: visit.place, nav: 'topics' });
  }

  @OnPage(routes.log)
  async log({ params, body, actor }: PageInput<typeof routes.log>) {
    await this.logVisit.execute(params.compilationId, actor, { ...body, hosts: linesOf(body.hosts) });
    return seeOther(topicsPath(params.compilationId, 'visits'), `已登记到“${body.place}”的调研走访。`);
  }

  @OnPage(routes.keep)
  async keep({ params, body, actor }: PageInput<typeof routes.keep>) {
    await this.citeVisit.execute(params.compilationId, actor, params.visitId, body);
    const notice = `已注明采用该次走访所得的条款${body.usedIn.length}条。`;
    return seeOther(topicsPath(params.compilationId, 'visits'), notice);
  }

  @OnPage(routes.amend)
  async amend({ params, body, actor }: PageInput<typeof routes.amend>) {
    const { compilationId, visitId } = params;
    await this.correctVisit.amend(compilationId, actor, visitId, { ...body, hosts: linesOf(body.hosts) });
    return seeOther(`${topicsPath(compilationId, 'visits')}/${visitId}`, '走访记录已更正，事由记入台账。');
  }

  @OnPage(routes.withdraw)
  async withdraw({ params, body, actor }: PageInput<typeof routes.withdraw>) {
    await this.correctVisit.withdraw(params.compilationId, actor, params.visitId, body);
    return seeOther(topicsPath(params.compilationId, 'visits'), '走访记录已撤回，事由记入台账。');
  }
}
