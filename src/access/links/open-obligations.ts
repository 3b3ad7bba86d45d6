import { type EntityManager, In, IsNull, Not } from 'typeorm';
import { Obligation } from '../../obligations/index.js';
import { AccessLink } from './access-link.entity.js';

/** All that a unit owes in a compilation, but for what is closed to it because its own link was revoked. */
export async function openObligations(
  reader: EntityManager,
  compilationId: string,
  unitId: string,
): Promise<string[]> {
  const owed = await reader.find(Obligation, {
    select: { id: true },
    where: { compilationId, unitId },
    order: { id: 'ASC' },
  });
  const ids = owed.map(({ id }) => id);
  const revoked = await reader.findBy(AccessLink, { id: In(ids), revokedAt: Not(IsNull()) });
  const closed = new Set(revoked.map(({ id }) => id));
  return ids.filter((id) => !closed.has(id));
}
