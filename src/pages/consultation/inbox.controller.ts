import { z } from 'zod';
import {
  approveDispositions,
  assignOpinions,
  disposeOpinions,
  OpinionsQuery,
  regroupOpinions,
} from '../../consultation/index.js';
import { ActRunner } from '../../engine/index.js';
import { reviewers, secretariat, staff } from '../../platform/index.js';
import {
  actFormOf,
  form,
  formBody,
  formsOf,
  OnPage,
  page,
  PageController,
  type PageInput,
  seeOther,
  show,
} from '../../web/index.js';
import { inConsultation } from './consultation-nav.js';
import { InboxPage } from './inbox-page.js';
import { filterOf, filterQuery, inboxPath, placeOf, queueShape, readFilter } from './opinion-filter.js';

const bulk = `${inConsultation}/bulk` as const;

/** The list is one form with a button for each act: what belongs to the others comes along. */
const chosen = formBody(regroupOpinions.input.pick({ opinionIds: true }).extend(queueShape));

const routes = {
  inbox: page(`${inConsultation}/opinions`, {
    by: staff,
    query: { ...filterQuery, after: z.string().optional(), size: z.enum(['50', '200', '500']).catch('50') },
  }),
  assign: form(`${bulk}/assign`, {
    by: secretariat,
    body: formBody(assignOpinions.input.extend(queueShape)),
    act: assignOpinions,
  }),
  group: form(`${bulk}/group`, { by: secretariat, body: chosen, act: regroupOpinions }),
};

export const InboxForms = formsOf({
  dispose: actFormOf(disposeOpinions, `${bulk}/dispose`, {
    fields: formBody(disposeOpinions.input.extend(queueShape)),
    read: (body) => body,
    then: ({ params, body, result }) =>
      seeOther(
        backTo(params.compilationId, body.queue),
        `已将${result.disposed}件意见办理为“${body.disposition}”，送复核。`,
      ),
  }),
  approve: actFormOf(approveDispositions, `${bulk}/approve`, {
    fields: formBody(approveDispositions.input.extend(queueShape)),
    read: (body) => body,
    then: ({ params, body, result }) =>
      seeOther(backTo(params.compilationId, body.queue), `已复核通过${result.approved}件。`),
  }),
  ungroup: actFormOf(regroupOpinions, `${bulk}/ungroup`, {
    fields: chosen,
    read: ({ opinionIds }) => ({ opinionIds, groupId: null }),
    then: ({ params, body }) =>
      seeOther(backTo(params.compilationId, body.queue), `已将${body.opinionIds.length}件移出同类。`),
  }),
});

/** The register as a list, and what is done to several opinions at once: to all of them or to none. */
@PageController()
export class InboxController {
  constructor(
    private readonly inboxPage: InboxPage,
    private readonly opinions: OpinionsQuery,
    private readonly runner: ActRunner,
  ) {}

  @OnPage(routes.inbox)
  async inbox({ params, query, visitor }: PageInput<typeof routes.inbox>) {
    const { compilationId } = params;
    const view = await this.inboxPage.view({
      compilationId,
      filter: readFilter(query),
      after: placeOf(query.after),
      size: Number(query.size),
      mayAct: visitor.actorAs(secretariat, compilationId) !== null,
      mayReview: visitor.actorAs(reviewers, compilationId) !== null,
    });
    return show('consultation/inbox', view, { title: '意见登记簿', nav: 'consultation' });
  }

  @OnPage(routes.assign)
  async assign({ params, body, actor }: PageInput<typeof routes.assign>) {
    const { compilationId } = params;
    const { assigned } = await this.runner.perform(assignOpinions, { compilationId, actor }, body);
    const said = await this.inboxPage.assigned(assigned, body.handler);
    return seeOther(backTo(compilationId, body.queue), said);
  }

  /** The first of them leads, or the group it stands in already. */
  @OnPage(routes.group)
  async group({ params, body, actor }: PageInput<typeof routes.group>) {
    const { compilationId } = params;
    const { opinionIds } = body;
    const leader = await this.opinions.one(compilationId, opinionIds[0]);
    const order = { opinionIds, groupId: leader.groupId ?? leader.id };
    await this.runner.perform(regroupOpinions, { compilationId, actor }, order);
    return seeOther(backTo(compilationId, body.queue), `已将${opinionIds.length}件归为同类。`);
  }
}

const backTo = (compilationId: string, queue: string): string => inboxPath(compilationId, filterOf(queue));
