import { z } from 'zod';
import {
  AssignOpinionsUseCase,
  DisposeOpinionsUseCase,
  GroupOpinionsUseCase,
  OpinionsQuery,
  ReviewDispositionsUseCase,
} from '../../consultation/index.js';
import { type Role, secretariat, staff } from '../../platform/index.js';
import { form, OnPage, page, PageController, type PageInput, seeOther, show } from '../../web/index.js';
import { inConsultation } from './consultation-nav.js';
import { InboxPage } from './inbox-page.js';
import { filterOf, filterQuery, inboxPath, placeOf, readFilter } from './opinion-filter.js';

const bulk = `${inConsultation}/bulk` as const;
export const reviewers: readonly Role[] = ['reviewer', 'secretariat'];

const chosen = {
  opinionIds: z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform((ids) => [ids].flat()),
  queue: z.string().max(1000).default(''),
};
const text = z.string().default('');

const routes = {
  inbox: page(`${inConsultation}/opinions`, {
    by: staff,
    query: { ...filterQuery, after: z.string().optional(), size: z.enum(['50', '200', '500']).catch('50') },
  }),
  assign: form(`${bulk}/assign`, { by: secretariat, body: z.object({ ...chosen, handler: text }) }),
  dispose: form(`${bulk}/dispose`, {
    by: secretariat,
    body: z.object({ ...chosen, disposition: text, reason: text, changedClauseId: text }),
  }),
  approve: form(`${bulk}/approve`, { by: reviewers, body: z.object(chosen) }),
  group: form(`${bulk}/group`, { by: secretariat, body: z.object(chosen) }),
  ungroup: form(`${bulk}/ungroup`, { by: secretariat, body: z.object(chosen) }),
};

/** The register as a list, and what is done to several opinions at once: to all of them or to none. */
@PageController()
export class InboxController {
  constructor(
    private readonly inboxPage: InboxPage,
    private readonly opinions: OpinionsQuery,
    private readonly assignOpinions: AssignOpinionsUseCase,
    private readonly disposeOpinions: DisposeOpinionsUseCase,
    private readonly reviewDispositions: ReviewDispositionsUseCase,
    private readonly groupOpinions: GroupOpinionsUseCase,
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
    const { opinionIds, handler } = body;
    const { assigned } = await this.assignOpinions.execute(params.compilationId, actor, {
      opinionIds,
      handler,
    });
    const said = await this.inboxPage.assigned(assigned, handler);
    return seeOther(backTo(params.compilationId, body.queue), said);
  }

  @OnPage(routes.dispose)
  async dispose({ params, body, actor }: PageInput<typeof routes.dispose>) {
    const { opinionIds, disposition, reason, changedClauseId } = body;
    const { disposed } = await this.disposeOpinions.many(params.compilationId, actor, {
      opinionIds,
      disposition,
      reason,
      changedClauseId: changedClauseId === '' ? null : changedClauseId,
    });
    const said = `已将${disposed}件意见办理为“${disposition}”，送复核。`;
    return seeOther(backTo(params.compilationId, body.queue), said);
  }

  @OnPage(routes.approve)
  async approve({ params, body, actor }: PageInput<typeof routes.approve>) {
    const { opinionIds } = body;
    const { approved } = await this.reviewDispositions.approve(params.compilationId, actor, { opinionIds });
    return seeOther(backTo(params.compilationId, body.queue), `已复核通过${approved}件。`);
  }

  /** The first of them leads, or the group it stands in already. */
  @OnPage(routes.group)
  async group({ params, body, actor }: PageInput<typeof routes.group>) {
    const { opinionIds } = body;
    const [first] = opinionIds;
    const leader = first === undefined ? null : await this.opinions.one(params.compilationId, first);
    const groupId = leader === null ? null : (leader.groupId ?? leader.id);
    await this.groupOpinions.correct(params.compilationId, actor, { opinionIds, groupId });
    return seeOther(backTo(params.compilationId, body.queue), `已将${opinionIds.length}件归为同类。`);
  }

  @OnPage(routes.ungroup)
  async ungroup({ params, body, actor }: PageInput<typeof routes.ungroup>) {
    const { opinionIds } = body;
    await this.groupOpinions.correct(params.compilationId, actor, { opinionIds, groupId: null });
    return seeOther(backTo(params.compilationId, body.queue), `已将${opinionIds.length}件移出同类。`);
  }
}

const backTo = (compilationId: string, queue: string): string => inboxPath(compilationId, filterOf(queue));
