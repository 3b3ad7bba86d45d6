import { Injectable } from '@nestjs/common';
import { removeTraces, type TraceKind } from '../drafts/index.js';
import { type Act, Acts, RecordInUse, withdrawRow, withdrawSchema } from '../engine/index.js';
import { type Actor, parseInput, saveRevision } from '../platform/index.js';
import { participatingSeat } from './expert-seat.js';
import { requireAnswerable, requireOpenPoint } from './open-point.js';
import { NotYourself } from './review.errors.js';
import { findPoint } from './review.repository.js';
import { type PointKind, ReviewPoint } from './review-point.entity.js';
import { voidSignature } from './void-signature.js';

export const traceKindOf: Record<PointKind, TraceKind> = {
  expert: 'expertPoint',
  plenary: 'plenaryPoint',
  municipal: 'municipalPoint',
};

const noAnswer = {
  answer: null,
  answerText: '',
  answerClauseId: null,
  unchangedReason: null,
  answeredAt: null,
};

/** Takes back a point that was filed by mistake, or an answer, while the draft that follows from them is open. */
@Injectable()
export class WithdrawPointUseCase {
  constructor(private readonly acts: Acts) {}

  /** @param input `{reason}`; @throws RecordInUse once it is answered */
  async withdraw(compilationId: string, actor: Actor, pointId: string, input: unknown): Promise<void> {
    const { reason } = parseInput(withdrawSchema, input);
    return this.acts.perform({ compilationId, actor, type: 'reviewPoint.withdrawn' }, async (act) => {
      const point = await findPoint(act.tx, compilationId, pointId);
      await requireOpenPoint(act.tx, point, '撤回意见');
      if (point.answer !== null) throw new RecordInUse('该条意见', '已经答复', '请先撤回答复');
      await this.requireOwn(act, point);
      await withdrawRow(act, ReviewPoint, point, reason);
      if (point.inviteeId !== null) await voidSignature(act, point.inviteeId);
    });
  }

  /** @param input `{reason}` */
  async withdrawAnswer(compilationId: string, actor: Actor, pointId: string, input: unknown): Promise<void> {
    const { reason } = parseInput(withdrawSchema, input);
    return this.acts.perform({ compilationId, actor, type: 'reviewPoint.answerWithdrawn' }, async (act) => {
      const point = await findPoint(act.tx, compilationId, pointId);
      await requireAnswerable(act.tx, point);
      await saveRevision(act.tx, ReviewPoint, point, noAnswer, '该条意见');
      await removeTraces(act, { sourceKind: traceKindOf[point.kind], sourceId: pointId });
      act.note({ id: pointId, reason, withdrawnAnswer: point.answer });
    });
  }

  private async requireOwn(act: Act, { kind, inviteeId }: ReviewPoint): Promise<void> {
    if (act.actor.kind !== 'expert') return;
    if (kind !== 'expert' || inviteeId === null) throw new NotYourself('撤回意见');
    await participatingSeat(act.tx, act, inviteeId, '撤回意见');
  }
}
