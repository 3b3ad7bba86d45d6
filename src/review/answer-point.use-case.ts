import { z } from 'zod';
import { addTrace, removeTraces, requireWorkingRevision } from '../drafts/index.js';
import { defineAct } from '../engine/index.js';
import {
  beganInput,
  exampleId,
  idSchema,
  InvalidInput,
  named,
  requireBegan,
  saveRevision,
  secretariat,
  sha256,
  textInput,
} from '../platform/index.js';
import { requireAnswerable } from './open-point.js';
import { answerContent } from './points.dto.js';
import { discussedVersion, findPoint } from './review.repository.js';
import { ReviewPoint } from './review-point.entity.js';
import { unfoundedPoints } from './unfounded-points.js';
import { traceKindOf } from './withdraw-point.use-case.js';

/**
 * Says what became of a point: the clause of the working revision that was changed and how, or why the text stands.
 * The changed clause keeps the point as a source. Until the version is frozen an answer may be given anew.
 */
export const answerPoint = defineAct({
  name: 'reviewPoint.answered',
  title: '答复论证要点',
  summary: '答复一条意见：改了哪一条、如何修改，或者为何不改',
  may: secretariat,
  path: 'review-points/:pointId/answer',
  input: z.object({
    pointId: idSchema,
    answer: named(
      '答复',
      z.enum(['changed', 'unchanged'], { error: '应为 changed（已修改）或者 unchanged（不修改）' }),
    ),
    /** The clause of the working revision that was changed. */
    clauseId: z.string().nullable().default(null),
    text: named(
      '如何修改或者为何不改',
      textInput(10_000).refine((text) => text.trim() !== '', { error: '请写明如何修改或者为何不改' }),
    ),
    /** Why 已修改 stands although the clause reads as before; printed with the answer. */
    unchangedReason: named(
      '文字没有变化而仍答“已修改”的理由',
      textInput(2000)
        .nullable()
        .default(null)
        .transform((text) => (text === null || text.trim() === '' ? null : text)),
    ),
    began: beganInput,
  }),
  example: { pointId: exampleId, answer: 'unchanged', text: '测算依据已载于编制说明。' },
  answer: z.object({
    /** The version that follows will be held back. */
    clauseUnchanged: z.boolean().describe('答复为“已修改”，但所指条款的文字目前没有变化'),
  }),
  async perform(act, { pointId, answer, clauseId, text, unchangedReason, began }) {
    const isChanged = answer === 'changed';
    if (isChanged && clauseId === null)
      throw new InvalidInput('没有选择条款；已修改的，请选择修改稿中的条款。');
    const point = await findPoint(act.tx, act.compilationId, pointId);
    await requireAnswerable(act.tx, point);
    requireBegan(began, answerContent(point), '该条意见的答复');
    const change = {
      answer,
      answerText: text,
      answerClauseId: isChanged ? clauseId : null,
      unchangedReason: isChanged ? unchangedReason : null,
      answeredAt: act.now,
    };
    const { answerClauseId } = change;
    await saveRevision(act.tx, ReviewPoint, point, change, '该条意见');
    const source = { sourceKind: traceKindOf[point.kind], sourceId: pointId };
    await removeTraces(act, source);
    if (answerClauseId !== null) await addTrace(act, answerClauseId, source);
    act.note({ id: pointId, answer, clauseId: answerClauseId, textDigest: sha256(text) });
    const discussed = await discussedVersion(act.tx, point);
    const working = await requireWorkingRevision(act.tx, act.compilationId);
    const unfounded = await unfoundedPoints(act.tx, [{ ...point, ...change }], discussed, working.id);
    return { clauseUnchanged: unfounded.length > 0, meetingId: point.meetingId };
  },
});
