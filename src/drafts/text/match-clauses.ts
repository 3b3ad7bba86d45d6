import { listChanges, type ClauseChange } from './clause-changes.js';
import type { ClausePairs, PlacedClause } from './clause-pairs.js';
import {
  flattenClauses,
  type ClauseContent,
  type ClauseNode,
  type IdentifiedClause,
  type ParsedDraft,
} from './clause.js';
import { findMerges, findSplits } from './find-fragments.js';
import { pairClauses } from './pair-clauses.js';

/** The clauses of a new version with their identities, and what happened to them. Lists hold clause ids. */
export interface ClauseMatch {
  clauses: IdentifiedClause[];
  /** Neither moved nor renumbered nor reworded. */
  kept: string[];
  /** These three may overlap. */
  moved: string[];
  renumbered: string[];
  reworded: string[];
  added: string[];
  /** Ids of the previous version that the new one no longer has. */
  removed: string[];
  /** A clause whose text went into several, those of `into` in document order. */
  splits: { from: string; into: string[] }[];
  /** Several clauses whose text went into one. */
  merges: { from: string[]; into: string }[];
}

/**
 * Gives every clause of a new version its identity: the id it had in the previous version, whatever its number,
 * place or wording is now, or a new one when there is no such clause or two have the same claim.
 * @param previous the clauses of the previous version in document order
 * @param newId the injected source of ids
 */
export function matchClauses(
  previous: readonly IdentifiedClause[],
  next: ParsedDraft,
  newId: () => string,
): ClauseMatch {
  const flat = flattenClauses(next.clauses);
  const pairs = pairClauses(placeByParentId(previous), flat);
  const clauses = identify(flat, (place) => previous[pairs.previousFor(place) ?? -1]?.id ?? newId());
  return { clauses, ...reportChanges(previous, clauses), ...reportFragments(pairs, previous, clauses) };
}

/** The first version of a text, where every clause is new. */
export function identifyClauses(draft: ParsedDraft, newId: () => string): IdentifiedClause[] {
  return identify(flattenClauses(draft.clauses), newId);
}

function identify(
  flat: readonly { clause: ClauseNode; parent: number }[],
  idOf: (place: number) => string,
): IdentifiedClause[] {
  const ids = flat.map((_, place) => idOf(place));
  return flat.map(({ clause, parent }, place) => ({
    id: ids[place],
    parentId: parent < 0 ? null : ids[parent],
    ...contentOf(clause),
  }));
}

function contentOf(clause: ClauseNode): ClauseContent {
  const content: ClauseContent & Partial<ClauseNode> = { ...clause };
  delete content.children;
  delete content.written;
  return content;
}

export function placeByParentId(clauses: readonly IdentifiedClause[]): PlacedClause[] {
  const places = new Map(clauses.map((clause, place) => [clause.id, place]));
  return clauses.map((clause) => ({
    clause,
    parent: clause.parentId === null ? -1 : (places.get(clause.parentId) ?? -1),
  }));
}

type Changes = Pick<ClauseMatch, 'kept' | 'moved' | 'renumbered' | 'reworded' | 'added' | 'removed'>;

function reportChanges(previous: readonly IdentifiedClause[], next: readonly IdentifiedClause[]): Changes {
  const changes = listChanges(previous, next);
  const idsWhere = (test: (change: ClauseChange) => boolean): string[] =>
    [...changes].filter(([, change]) => test(change)).map(([id]) => id);
  return {
    kept: idsWhere((change) => !change.moved && !change.renumbered && !change.reworded),
    moved: idsWhere((change) => change.moved),
    renumbered: idsWhere((change) => change.renumbered),
    reworded: idsWhere((change) => change.reworded),
    added: next.map((clause) => clause.id).filter((id) => !changes.has(id)),
    removed: previous.map((clause) => clause.id).filter((id) => !changes.has(id)),
  };
}

function reportFragments(
  pairs: ClausePairs,
  previous: readonly IdentifiedClause[],
  next: readonly IdentifiedClause[],
): Pick<ClauseMatch, 'splits' | 'merges'> {
  return {
    splits: findSplits(pairs).map(({ whole, parts }) => ({
      from: previous[whole].id,
      into: parts.map((place) => next[place].id),
    })),
    merges: findMerges(pairs).map(({ whole, parts }) => ({
      from: parts.map((place) => previous[place].id),
      into: next[whole].id,
    })),
  };
}
