import { z } from 'zod';
import { dateOf } from '../../calendar/index.js';
import {
  amendVisit,
  citeVisit,
  logVisit,
  visitKindTitles,
  type VisitKind,
  withdrawVisit,
} from '../../materials/index.js';
import { Clock, named, staff } from '../../platform/index.js';
import {
  actForm,
  actFormOf,
  formBody,
  formsOf,
  OnPage,
  page,
  PageController,
  type PageInput,
  seeOther,
  show,
} from '../../web/index.js';
import { several } from '../words/form-fields.js';
import { topicsPath } from './topics-paths.js';
import { VisitsPage } from './visits-page.js';

const base = '/c/:compilationId/topics/visits' as const;
const one = `${base}/:visitId` as const;

const routes = {
  visits: page(base, { by: staff }),
  cite: page(one, { by: staff }),
};

/** One organisation a line, as the form asks. */
const linesOf = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');

const hosts = named('接待单位', z.string());

export const VisitForms = formsOf({
  log: actFormOf(logVisit, base, {
    fields: logVisit.input.omit({ usedIn: true }).extend({ hosts }),
    read: (body) => ({ ...body, hosts: linesOf(body.hosts) }),
    then: ({ params, body }) =>
      seeOther(topicsPath(params.compilationId, 'visits'), `已登记到“${body.place}”的调研走访。`),
  }),
  keep: actFormOf(citeVisit, one, {
    fields: z.object({ revision: z.coerce.number(), usedIn: several }),
    read: (body, { visitId }) => ({ ...body, visitId }),
    then: ({ params, body }) =>
      seeOther(
        topicsPath(params.compilationId, 'visits'),
        `已注明采用该次走访所得的条款${body.usedIn.length}条。`,
      ),
  }),
  amend: actFormOf(amendVisit, `${one}/amend`, {
    fields: formBody(amendVisit.input.omit({ visitId: true }).extend({ hosts })),
    read: (body, { visitId }) => ({ ...body, visitId, hosts: linesOf(body.hosts) }),
    then: ({ params }) =>
      seeOther(
        `${topicsPath(params.compilationId, 'visits')}/${params.visitId}`,
        '走访记录已更正，事由记入台账。',
      ),
  }),
  withdraw: actForm(withdrawVisit, `${one}/withdraw`, {
    then: ({ params }) =>
      seeOther(topicsPath(params.compilationId, 'visits'), '走访记录已撤回，事由记入台账。'),
  }),
});

/** 调研走访: where the drafters went, what they found, and which clauses use it. */
@PageController()
export class VisitsController {
  constructor(
    private readonly pages: VisitsPage,
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
}
