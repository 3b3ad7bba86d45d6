import { z } from 'zod';
import {
  approveDispositions,
  correctOpinion,
  disposeOpinion,
  disposeOpinions,
  eraseProposer,
  OpinionsQuery,
  reopenOpinion,
  returnDisposition,
  splitOpinion,
} from '../../consultation/index.js';
import { ActRunner, type Who } from '../../engine/index.js';
import { reviewers, secretariat } from '../../platform/index.js';
import {
  actForm,
  actFormOf,
  form,
  formBody,
  formsOf,
  OnPage,
  PageController,
  type PageInput,
  seeOther,
} from '../../web/index.js';
import { inConsultation } from './consultation-nav.js';
import { filterOf, inboxPath, queueShape, workbenchPath } from './opinion-filter.js';
import { mostTogether } from './opinion-form.js';
import { pointsOf } from './points.js';

const opinion = `${inConsultation}/opinions/:opinionId` as const;

type Decision = Pick<z.input<typeof disposeOpinion.input>, 'disposition' | 'reason' | 'changedClauseId'>;
const { reason } = returnDisposition.input.shape;

const routes = {
  dispose: form(`${opinion}/dispose`, {
    by: secretariat,
    body: formBody(
      disposeOpinion.input.omit({ opinionId: true }).extend({ together: z.boolean(), ...queueShape }),
    ),
    act: disposeOpinion,
  }),
  approve: form(`${opinion}/approve`, {
    by: reviewers,
    body: z.object(queueShape),
    act: approveDispositions,
  }),
  return: form(`${opinion}/return`, {
    by: reviewers,
    body: z.object({ reason, ...queueShape }),
    act: returnDisposition,
  }),
};

/** What is done to one opinion after which it is looked at again. */
export const OpinionForms = formsOf({
  reopen: actForm(reopenOpinion, `${opinion}/reopen`, {
    then: ({ params }) =>
      seeOther(workbenchPath(params.compilationId, params.opinionId), '已重新办理，回到待处理。'),
  }),
  split: actFormOf(splitOpinion, `${opinion}/split`, {
    fields: formBody(z.object({ revision: splitOpinion.input.shape.revision, points: z.string() })),
    read: ({ revision, points }, { opinionId }) => ({ opinionId, revision, parts: pointsOf(points) }),
    then: ({ params, result: { numbers } }) =>
      seeOther(
        workbenchPath(params.compilationId, params.opinionId),
        `已拆成${numbers.length}件：${numbers.join('、')}。`,
      ),
  }),
  correct: actForm(correctOpinion, `${opinion}/correct`, {
    then: ({ params, result }) =>
      seeOther(
        workbenchPath(params.compilationId, params.opinionId),
        `已更正为${result.number}，原登记由它办结。`,
      ),
  }),
  erase: actForm(eraseProposer, `${opinion}/erase`, {
    then: ({ params }) =>
      seeOther(workbenchPath(params.compilationId, params.opinionId), '已删除姓名和联系方式，意见内容保留。'),
  }),
});

/** What is done to one opinion on the workbench; afterwards the next of the queue is shown. */
@PageController()
export class OpinionActsController {
  constructor(
    private readonly opinions: OpinionsQuery,
    private readonly runner: ActRunner,
  ) {}

  @OnPage(routes.dispose)
  async dispose({ params, body, actor }: PageInput<typeof routes.dispose>) {
    const { compilationId, opinionId } = params;
    const { revision, together, queue, ...decision } = body;
    const who = { compilationId, actor };
    const { groupId } = await this.opinions.one(compilationId, opinionId);
    const disposed =
      together && groupId !== null
        ? await this.disposeGroup(who, groupId, decision)
        : await this.runner.perform(disposeOpinion, who, { opinionId, revision, ...decision }).then(() => 1);
    return this.onward(params, queue, `已将${disposed}件办理为“${decision.disposition}”，送复核。`);
  }

  @OnPage(routes.approve)
  async approve({ params, body, actor }: PageInput<typeof routes.approve>) {
    const { compilationId, opinionId } = params;
    await this.runner.perform(approveDispositions, { compilationId, actor }, { opinionIds: [opinionId] });
    return this.onward(params, body.queue, '已复核通过。');
  }

  @OnPage(routes.return)
  async return({ params, body, actor }: PageInput<typeof routes.return>) {
    const { compilationId, opinionId } = params;
    const order = { opinionId, reason: body.reason };
    await this.runner.perform(returnDisposition, { compilationId, actor }, order);
    return this.onward(params, body.queue, '已退回承办人重办。');
  }

  /** Those of the group that wait for a disposition, as many as one act may take. */
  private async disposeGroup(who: Who, groupId: string, decision: Decision): Promise<number> {
    const waiting = { groupId, state: 'assigned' };
    const { opinions } = await this.opinions.page(who.compilationId, waiting, null, mostTogether);
    const opinionIds = opinions.map(({ id }) => id);
    const { disposed } = await this.runner.perform(disposeOpinions, who, { opinionIds, ...decision });
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
