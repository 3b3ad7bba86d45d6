import { type EntityManager, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { StaleRevision } from '../refusal.js';

interface Revisioned extends ObjectLiteral {
  id: string;
  revision: number;
}

/** PostgreSQL fails on a comparison with a number that its integer column cannot hold. */
const largestRevision = 2 ** 31 - 2;

/**
 * Writes `change` if the row still has the revision that was read; the loser of a race gets a refusal (409).
 * TypeORM's version column does not do this: a stale `save()` overwrites silently.
 */
export async function saveRevision<T extends Revisioned>(
  tx: EntityManager,
  entity: EntityTarget<T>,
  row: Pick<T, 'id' | 'revision'>,
  change: Partial<T>,
  what: string,
): Promise<number> {
  if (row.revision > largestRevision) throw new StaleRevision(what);
  const revision = row.revision + 1;
  const result = await tx
    .createQueryBuilder()
    .update(entity)
    .set({ ...change, revision } as never)
    .where('id = :id AND revision = :revision', { id: row.id, revision: row.revision })
    .execute();
  if (result.affected !== 1) throw new StaleRevision(what);
  return revision;
}
