import { z } from 'zod';
import { removeTraces, type TraceKind } from '../drafts/index.js';
import { type Act, correctionReason, defineAct, RecordInUse, withdrawRow } from '../engine/index.js';
import { exampleId, idSchema, named, saveRevision, secretariat } from '../platform/index.js';
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

const input = z.object({ pointId: idSchema, reason: named('撤回事由', correctionReason) });
const example = { pointId: exampleId, reason: '登记有误' };

/** Takes back a point that was filed by mistake, while the draft that follows from it is open. */
export const withdrawPoint = defineAct({
  name: 'reviewPoint.withdrawn',
  title: '撤回论证要点',
  summary: '撤回一条尚未答复的意见',
  may: secretariat,
  path: 'review-points/:pointId/withdraw',
  input,
  example,
  async perform(act, { pointId, reason }) {
    const point = await findPoint(act.tx, act.compilationId, pointId);
    await requireOpenPoint(act.tx, point, '撤回意见');
    if (point.answer !== null) throw new RecordInUse('该条意见', '已经答复', '请先撤回答复');
    await requireOwn(act, point);
    await withdrawRow(act, ReviewPoint, point, reason);
    if (point.inviteeId !== null) await voidSignature(act, point.inviteeId);
    return { meetingId: point.meetingId };
  },
});

/** Takes back an answer, while the draft that follows from it is open. */
export const withdrawAnswer = defineAct({
  name: 'reviewPoint.answerWithdrawn',
  title: '撤回答复',
  summary: '撤回对一条意见的答复',
  may: secretariat,
  path: 'review-points/:pointId/answer/withdraw',
  input,
  example,
  async perform(act, { pointId, reason }) {
    const point = await findPoint(act.tx, act.compilationId, pointId);
    await requireAnswerable(act.tx, point);
    await saveRevision(act.tx, ReviewPoint, point, noAnswer, '该条意见');
    await removeTraces(act, { sourceKind: traceKindOf[point.kind], sourceId: pointId });
    act.note({ id: pointId, reason, withdrawnAnswer: point.answer });
    return { meetingId: point.meetingId };
  },
});

async function requireOwn(act: Act, { kind, inviteeId }: ReviewPoint): Promise<void> {
  if (act.actor.kind !== 'expert') return;
  if (kind !== 'expert' || inviteeId === null) throw new NotYourself('撤回意见');
  await participatingSeat(act.tx, act, inviteeId, '撤回意见');
}
