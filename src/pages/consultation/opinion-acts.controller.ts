import { z } from 'zod';
import {
  DisposeOpinionsUseCase,
  EraseProposerUseCase,
  OpinionsQuery,
  ReviewDispositionsUseCase,
  SplitOpinionUseCase,
} from '../../consultation/index.js';
import { type Actor, secretariat } from '../../platform/index.js';
import { form, nothing, OnPage, PageController, type PageInput, seeOther } from '../../web/index.js';
import { inConsultation } from './consultation-nav.js';
import { reviewers } from './inbox.controller.js';
import { filterOf, inboxPath, workbenchPath } from './opinion-filter.js';
import { mostTogether } from './opinion-form.js';
import { pointsOf } from './points.js';

const opinion = `${inConsultation}/opinions/:opinionId` as const;
const text = z.string().default('');
const queue = z.string().max(1000).default('');

const routes = {
  dispose: form(`${opinion}/dispose`, {
    by: secretariat,
    body: z.object({
      revision: z.coerce.number().int(),
      disposition: text,
      reason: text,
      changedClauseId: text,
      together: z.string().optional(),
      queue,
    }),
  }),
  approve: form(`${opinion}/approve`, { by: reviewers, body: z.object({ queue }) }),
  return: form(`${opinion}/return`, { by: reviewers, body: z.object({ reason: text, queue }) }),
  reopen: form(`${opinion}/reopen`, { by: secretariat, body: z.object({ reason: text, queue }) }),
  split: form(`${opinion}/split`, {
    by: secretariat,
    body: z.object({ revision: z.coerce.number().int(), points: text }),
  }),
  erase: form(`${opinion}/erase`, { by: secretariat, body: nothing }),
};

/** What is done to one opinion on the workbench; afterwards the next of the queue is shown. */
@PageController()
export class OpinionActsController {
  constructor(
    private readonly opinions: OpinionsQuery,
    private readonly disposeOpinions: DisposeOpinionsUseCase,
    private readonly reviewDispositions: ReviewDispositionsUseCase,
    private readonly splitOpinion: SplitOpinionUseCase,
    private readonly eraseProposer: EraseProposerUseCase,
  ) {}

  @OnPage(routes.dispose)
  async dispose({ params, body, actor }: PageInput<typeof routes.dispose>) {
    const { compilationId, opinionId } = params;
    const { revision, disposition, reason, together } = body;
    const changedClauseId = body.changedClauseId === '' ? null : body.changedClauseId;
    const decision = { disposition, reason, changedClauseId };
    const { groupId } = await this.opinions.one(compilationId, opinionId);
    const disposed =
      together === undefined || groupId === null
        ? await this.disposeOne(compilationId, actor, { opinionId, revision, ...decision })
        : await this.disposeGroup(compilationId, actor, groupId, decision);
    return this.onward(params, body.queue, `已将${disposed}件办理为“${disposition}”，送复核。`);
  }

  @OnPage(routes.approve)
  async approve({ params, body, actor }: PageInput<typeof routes.approve>) {
    const { compilationId, opinionId } = params;
    await this.reviewDispositions.approve(compilationId, actor, { opinionIds: [opinionId] });
    return this.onward(params, body.queue, '已复核通过。');
  }

  @OnPage(routes.return)
  async return({ params, body, actor }: PageInput<typeof routes.return>) {
    const { compilationId, opinionId } = params;
    await this.reviewDispositions.return(compilationId, actor, { opinionId, reason: body.reason });
    return this.onward(params, body.queue, '已退回承办人重办。');
  }

  @OnPage(routes.reopen)
  async reopen({ params, body, actor }: PageInput<typeof routes.reopen>) {
    const { compilationId, opinionId } = params;
    await this.reviewDispositions.reopen(compilationId, actor, { opinionId, reason: body.reason });
    return seeOther(workbenchPath(compilationId, opinionId), '已重新办理，回到待处理。');
  }

  @OnPage(routes.split)
  async split({ params, body, actor }: PageInput<typeof routes.split>) {
    const { compilationId, opinionId } = params;
    const order = { opinionId, revision: body.revision, parts: pointsOf(body.points) };
    const { numbers } = await this.splitOpinion.execute(compilationId, actor, order);
    return seeOther(
      workbenchPath(compilationId, opinionId),
      `已拆成${numbers.length}件：${numbers.join('、')}。`,
    );
  }

  @OnPage(routes.erase)
  async erase({ params, actor }: PageInput<typeof routes.erase>) {
    const { compilationId, opinionId } = params;
    await this.eraseProposer.execute(compilationId, actor, opinionId);
    return seeOther(workbenchPath(compilationId, opinionId), '已删除姓名和联系方式，意见内容保留。');
  }

  private async disposeOne(compilationId: string, actor: Actor, order: object): Promise<number> {
    await this.disposeOpinions.one(compilationId, actor, order);
    return 1;
  }

  /** Those of the group that wait for a disposition, as many as one act may take. */
  private async disposeGroup(
    compilationId: string,
    actor: Actor,
    groupId: string,
    decision: object,
  ): Promise<number> {
    const waiting = { groupId, state: 'assigned' };
    const { opinions } = await this.opinions.page(compilationId, waiting, null, mostTogether);
    const opinionIds = opinions.map(({ id }) => id);
    const { disposed } = await this.disposeOpinions.many(compilationId, actor, { opinionIds, ...decision });
    return disposed;
  }

  /** The next of the queue after this one, or its first; the list when nothing is left. */
  private async onward(
    { compilationId, opinionId }: { compilationId: string; opinionId: string },
    queueText: string,
    notice: string,
  ) {
    const filter = filterOf(queueText);
    const place = await this.opinions.one(compilationId, opinionId);
    const after = await this.opinions.page(compilationId, filter, place, 1);
    const [next] =
      after.opinions.length > 0
        ? after.opinions
        : (await this.opinions.page(compilationId, filter, null, 1)).opinions;
    return next === undefined
      ? seeOther(inboxPath(compilationId, filter), `${notice}这一队列已经办完。`)
      : seeOther(workbenchPath(compilationId, next.id, filter), notice);
  }
}
