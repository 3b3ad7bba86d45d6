import { type EntityManager } from 'typeorm';
import { readOutcomes } from '../drafts/index.js';
import { type ReviewPoint } from './review-point.entity.js';

/**
 * Points answered 已修改 although the clause they name reads as it did in the draft that was discussed, unless whoever
 * answered said why the answer stands all the same.
 */
export async function unfoundedPoints<P extends Answered>(
  reader: EntityManager,
  points: readonly P[],
  discussedVersionId: string | null,
  laterVersionId: string | null,
): Promise<P[]> {
  const claims = points.filter(
    ({ answer, unchangedReason }) => answer === 'changed' && unchangedReason === null,
  );
  if (claims.length === 0 || discussedVersionId === null || laterVersionId === null) return [];
  const outcomes = await readOutcomes(reader, discussedVersionId, laterVersionId);
  return claims.filter(({ answerClauseId }) => !outcomes.of(answerClauseId ?? '').changed);
}

type Answered = Pick<ReviewPoint, 'answer' | 'answerClauseId' | 'unchangedReason'>;
