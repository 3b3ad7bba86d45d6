import { type EntityManager, MoreThan } from 'typeorm';
import { DraftVersion, readOutcomes } from '../drafts/index.js';
import { discussedVersion } from './review.repository.js';
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

/**
 * Points of any round that say 已修改 of a clause that reads as before, whether somebody explained it or not: held
 * against the revision that followed the one that was discussed, as far as it stands.
 */
export async function unchangedAnswers(
  reader: EntityManager,
  points: readonly ReviewPoint[],
): Promise<ReviewPoint[]> {
  const byDiscussed = new Map<string, ReviewPoint[]>();
  for (const point of points.filter(({ answer }) => answer === 'changed')) {
    const discussed = (await discussedVersion(reader, point)) ?? '';
    byDiscussed.set(discussed, [...(byDiscussed.get(discussed) ?? []), point]);
  }
  const found: ReviewPoint[] = [];
  for (const [discussed, claims] of byDiscussed) {
    const following = await followingVersion(reader, claims[0].compilationId, discussed);
    if (discussed === '' || following === undefined) continue;
    const outcomes = await readOutcomes(reader, discussed, following.id);
    found.push(...claims.filter(({ answerClauseId }) => !outcomes.of(answerClauseId ?? '').changed));
  }
  return found;
}

/** What was frozen next after a revision, else the one that is being worked on. Ids sort by the instant they were made. */
async function followingVersion(
  reader: EntityManager,
  compilationId: string,
  versionId: string,
): Promise<DraftVersion | undefined> {
  const later = { compilationId, id: MoreThan(versionId) };
  const [frozen] = await reader.find(DraftVersion, {
    where: { ...later, state: 'frozen' },
    order: { id: 'ASC' },
    take: 1,
  });
  return frozen ?? (await reader.findOneBy(DraftVersion, { ...later, state: 'working' })) ?? undefined;
}
