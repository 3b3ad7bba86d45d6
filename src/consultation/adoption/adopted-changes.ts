import { type EntityManager } from 'typeorm';
import {
  type ClauseOutcome,
  ClauseOutcomes,
  findClauses,
  identified,
  latestFrozen,
  readOutcomes,
  standingVersion,
} from '../../drafts/index.js';
import { type Opinion } from '../opinions/opinion.entity.js';
import { opinionsIn } from '../opinions/opinion-counts.js';
import { consultedVersion } from '../notice/draft-title.js';

export type Adopted = Pick<Opinion, 'draftVersionId' | 'changedClauseId'>;

/**
 * What became of the clauses that adopted opinions name, from the version each opinion was given on to the text that
 * answers it.
 */
export class AdoptedChanges {
  private constructor(private readonly outcomes: ReadonlyMap<string | null, ClauseOutcomes>) {}

  /** @param shownId the version that answers; else the one being worked on, or frozen last */
  static async load(reader: EntityManager, compilationId: string, shownId?: string): Promise<AdoptedChanges> {
    const later = shownId ?? (await standingVersion(reader, compilationId))?.id;
    const outcomes = new Map<string | null, ClauseOutcomes>();
    for (const given of later === undefined ? [] : await versionsGivenOn(reader, compilationId)) {
      outcomes.set(given, await outcomesSince(reader, compilationId, given, later!));
    }
    return new AdoptedChanges(outcomes);
  }

  /** Null for an opinion that names no clause, or before there is a text. */
  of({ draftVersionId, changedClauseId }: Adopted): ClauseOutcome | null {
    if (changedClauseId === null) return null;
    return this.outcomes.get(draftVersionId)?.of(changedClauseId) ?? null;
  }
}

async function versionsGivenOn(reader: EntityManager, compilationId: string): Promise<(string | null)[]> {
  const rows = await opinionsIn(reader, { compilationId })
    .andWhere('opinion.changedClauseId IS NOT NULL')
    .select('opinion.draftVersionId', 'given')
    .distinct(true)
    .getRawMany<{ given: string | null }>();
  return rows.map(({ given }) => given);
}

async function outcomesSince(
  reader: EntityManager,
  compilationId: string,
  given: string | null,
  laterId: string,
): Promise<ClauseOutcomes> {
  const earlierId =
    given ?? (await latestFrozen(reader, compilationId, await consultedVersion(reader, compilationId)))?.id;
  if (earlierId !== undefined) return readOutcomes(reader, earlierId, laterId);
  return new ClauseOutcomes([], (await findClauses(reader, laterId)).map(identified));
}
