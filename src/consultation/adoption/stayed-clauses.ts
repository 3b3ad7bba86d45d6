import { type EntityManager } from 'typeorm';
import { type Opinion } from '../opinions/opinion.entity.js';
import { opinionsIn } from '../opinions/opinion-counts.js';
import { AdoptedChanges } from './adopted-changes.js';

type Reasoned = Pick<Opinion, 'draftVersionId' | 'changedClauseId' | 'unchangedReason'>;

/** The reasons that still hold among some opinions: a clause that was changed since needs none. */
export async function reasonsThatHold<T extends Reasoned>(
  reader: EntityManager,
  compilationId: string,
  opinions: readonly T[],
): Promise<Map<T, string>> {
  const reasoned = opinions.filter(({ unchangedReason }) => unchangedReason !== null);
  if (reasoned.length === 0) return new Map();
  const changes = await AdoptedChanges.load(reader, compilationId);
  return new Map(
    reasoned
      .filter((opinion) => changes.of(opinion)?.changed !== true)
      .map((opinion) => [opinion, opinion.unchangedReason ?? '']),
  );
}

/** Adopted opinions whose clause stayed as it was for one reason. */
export interface StayedClause {
  clause: string;
  reason: string;
  numbers: string[];
}

/** For the published feedback: every one of them, gathered by clause and reason, in the order of the register. */
export async function listStayedClauses(
  reader: EntityManager,
  compilationId: string,
): Promise<StayedClause[]> {
  const opinions = await opinionsIn(reader, { compilationId })
    .andWhere(`instance.state IN ('disposed', 'reviewed')`)
    .andWhere('opinion.unchangedReason IS NOT NULL')
    .orderBy('opinion.sequence')
    .addOrderBy('opinion.part')
    .getMany();
  const reasons = await reasonsThatHold(reader, compilationId, opinions);
  if (reasons.size === 0) return [];
  const changes = await AdoptedChanges.load(reader, compilationId);
  const gathered = new Map<string, StayedClause>();
  for (const [opinion, reason] of reasons) {
    const outcome = changes.of(opinion);
    const clause = (outcome?.after ?? outcome?.before)?.label ?? '';
    const key = JSON.stringify([clause, reason]);
    const stayed = gathered.get(key) ?? { clause, reason, numbers: [] };
    stayed.numbers.push(opinion.number);
    gathered.set(key, stayed);
  }
  return [...gathered.values()];
}
