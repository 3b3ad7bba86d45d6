import { z } from 'zod';
import { defineAct } from '../engine/index.js';
import {
  beganInput,
  exampleId,
  idSchema,
  named,
  requireBegan,
  saveRevision,
  secretariat,
  sha256,
} from '../platform/index.js';
import { participatingSeat } from './expert-seat.js';
import { pointContent, pointText } from './points.dto.js';
import { requireOpenPoint } from './open-point.js';
import { NotYourself, PointSettled } from './review.errors.js';
import { findPoint } from './review.repository.js';
import { voidedView } from './review.views.js';
import { ReviewPoint } from './review-point.entity.js';
import { voidSignature } from './void-signature.js';

/** Corrects a point that nobody has answered yet; an expert's signature under the old wording is void. */
export const amendPoint = defineAct({
  name: 'reviewPoint.amended',
  title: '修改论证要点',
  summary: '更正一条尚未答复的意见；已签署的须重新签署',
  may: secretariat,
  path: 'review-points/:pointId/amend',
  input: z.object({
    pointId: idSchema,
    content: pointText,
    dissent: named('不同意见', z.boolean()),
    began: beganInput,
  }),
  example: { pointId: exampleId, content: '建议补充2035年目标的测算依据。', dissent: false },
  answer: voidedView,
  async perform(act, { pointId, began, ...change }) {
    const point = await findPoint(act.tx, act.compilationId, pointId);
    await requireOpenPoint(act.tx, point, '更改意见');
    if (point.answer !== null) throw new PointSettled();
    const { kind, inviteeId, meetingId } = point;
    // What was said in another body has no seat by which an expert could be told from another.
    const isNobodysSeat = inviteeId === null || kind !== 'expert';
    if (act.actor.kind === 'expert' && isNobodysSeat) throw new NotYourself('更改意见');
    if (inviteeId !== null && kind === 'expert') {
      await participatingSeat(act.tx, act, inviteeId, '更改论证意见');
    }
    requireBegan(began, pointContent(point), '该条意见');
    await saveRevision(act.tx, ReviewPoint, point, change, '该条意见');
    const signatureVoided = inviteeId !== null && (await voidSignature(act, inviteeId));
    act.note({ id: pointId, contentDigest: sha256(change.content) });
    return { signatureVoided, meetingId };
  },
});
