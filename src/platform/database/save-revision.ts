import { type EntityManager, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { type CurrentContent, StaleRevision } from '../refusal.js';

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
  if (result.affected !== 1) throw new StaleRevision(what, await currentOf(tx, entity, row.id, change));
  return revision;
}

/** The texts that the loser of a race would have written over. */
async function currentOf<T extends Revisioned>(
  tx: EntityManager,
  entity: EntityTarget<T>,
  id: string,
  change: Partial<T>,
): Promise<CurrentContent | null> {
  const row = (await tx.findOneBy(entity, { id } as never)) as (Record<string, unknown> & T) | null;
  if (row === null) return null;
  const texts = Object.keys(change).flatMap((name): [string, string][] => {
    const value: unknown = row[name];
    return typeof value === 'string' ? [[name, value]] : [];
  });
  return { fields: Object.fromEntries(texts), revision: row.revision };
}
