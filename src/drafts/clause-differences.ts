import { type EntityManager } from 'typeorm';
import { findClauses, identified } from './drafts.repository.js';
import { ClauseDifferences } from './text/index.js';

/** What changed from one revision to another, for whoever said that a clause of the later one was changed. */
export async function clauseDifferences(
  reader: EntityManager,
  earlierVersionId: string,
  laterVersionId: string,
): Promise<ClauseDifferences> {
  const earlier = await findClauses(reader, earlierVersionId);
  const later = await findClauses(reader, laterVersionId);
  return new ClauseDifferences(earlier.map(identified), later.map(identified));
}
