import { z } from 'zod';
import { dateOf } from '../../calendar/index.js';
import { CiteVisitUseCase, LogVisitUseCase, visitKindTitles, type VisitKind } from '../../materials/index.js';
import { Clock, secretariat, staff } from '../../platform/index.js';
import { form, OnPage, page, PageController, type PageInput, seeOther, show } from '../../web/index.js';
import { several } from '../words/form-fields.js';
import { topicsPath } from './topics-paths.js';
import { VisitsPage } from './visits-page.js';

const base = '/c/:compilationId/topics/visits' as const;

const routes = {
  visits: page(base, { by: staff }),
  cite: page(`${base}/:visitId`, { by: staff }),
  log: form(base, {
    by: secretariat,
    body: z.object({
      kind: z.string(),
      place: z.string(),
      visitedOn: z.string(),
      hosts: z.string(),
      findings: z.string(),
    }),
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
}
