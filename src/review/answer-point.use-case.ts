import { Injectable } from '@nestjs/common';
import { addTrace, removeTraces, requireWorkingRevision } from '../drafts/index.js';
import { Acts } from '../engine/index.js';
import { type Actor, parseInput, requireBegan, saveRevision, sha256 } from '../platform/index.js';
import { requireAnswerable } from './open-point.js';
import { answerContent, answerPointSchema } from './points.dto.js';
import { discussedVersion, findPoint } from './review.repository.js';
import { ReviewPoint } from './review-point.entity.js';
import { unfoundedPoints } from './unfounded-points.js';
import { traceKindOf } from './withdraw-point.use-case.js';

export interface AnsweredPoint {
  /** 已修改 is answered, but so far the clause reads as it did: the version that follows will be held back. */
  clauseUnchanged: boolean;
}

/**
 * Says what became of a point: the clause of the working revision that was changed and how, or why the text stands.
 * The changed clause keeps the point as a source. Until the version is frozen an answer may be given anew.
 */
@Injectable()
export class AnswerPointUseCase {
  constructor(private readonly acts: Acts) {}

  /** @param input `{answer: 'changed' | 'unchanged', clauseId?, text, unchangedReason?}` */
  async execute(
    compilationId: string,
    actor: Actor,
    pointId: string,
    input: unknown,
  ): Promise<AnsweredPoint> {
    const { answer, clauseId, text, unchangedReason, began } = parseInput(answerPointSchema, input);
    return this.acts.perform({ compilationId, actor, type: 'reviewPoint.answered' }, async (act) => {
      const point = await findPoint(act.tx, compilationId, pointId);
      await requireAnswerable(act.tx, point);
      requireBegan(began, answerContent(point), '该条意见的答复');
      const answerClauseId = answer === 'changed' ? clauseId : null;
      const change = {
        answer,
        answerText: text,
        answerClauseId,
        unchangedReason: answer === 'changed' ? unchangedReason : null,
        answeredAt: act.now,
      };
      await saveRevision(act.tx, ReviewPoint, point, change, '该条意见');
      const source = { sourceKind: traceKindOf[point.kind], sourceId: pointId };
      await removeTraces(act, source);
      if (answerClauseId !== null) await addTrace(act, answerClauseId, source);
      act.note({ id: pointId, answer, clauseId: answerClauseId, textDigest: sha256(text) });
      const discussed = await discussedVersion(act.tx, point);
      const working = await requireWorkingRevision(act.tx, compilationId);
      const unfounded = await unfoundedPoints(act.tx, [{ ...point, ...change }], discussed, working.id);
      return { clauseUnchanged: unfounded.length > 0 };
    });
  }
}
