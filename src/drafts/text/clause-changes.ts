import { wordingOf, type ClauseContent, type IdentifiedClause } from './clause.js';

/** What became of a clause that is in both versions. All three may be true, and none. */
export interface ClauseChange {
  /** It says something else, line breaks and spaces aside. */
  reworded: boolean;
  /** It stands below another clause, or its siblings stand in another order. */
  moved: boolean;
  /** It is shown with another number. */
  renumbered: boolean;
}

/** The changes of every clause that is in both versions, by id. */
export function listChanges(
  previous: readonly IdentifiedClause[],
  next: readonly IdentifiedClause[],
): Map<string, ClauseChange> {
  const before = new Map(previous.map((clause) => [clause.id, clause]));
  const moved = findMoved(previous, next);
  const changes = new Map<string, ClauseChange>();
  for (const clause of next) {
    const earlier = before.get(clause.id);
    if (!earlier) continue;
    changes.set(clause.id, {
      reworded: condensed(earlier) !== condensed(clause),
      moved: moved.has(clause.id),
      renumbered: earlier.label !== clause.label,
    });
  }
  return changes;
}

const condensed = (clause: ClauseContent): string => wordingOf(clause).join('').replace(/\s+/gu, '');

/**
 * The clauses below another parent, and of the others as few as must have moved to give the new order: those
 * outside the longest run of siblings that kept theirs.
 */
function findMoved(previous: readonly IdentifiedClause[], next: readonly IdentifiedClause[]): Set<string> {
  const places = new Map(previous.map((clause, place) => [clause.id, { place, parentId: clause.parentId }]));
  const moved = new Set<string>();
  const stayed = new Map<string | null, IdentifiedClause[]>();
  for (const clause of next) {
    const earlier = places.get(clause.id);
    if (!earlier) continue;
    if (earlier.parentId !== clause.parentId) moved.add(clause.id);
    else stayed.set(clause.parentId, [...(stayed.get(clause.parentId) ?? []), clause]);
  }
  for (const siblings of stayed.values()) {
    const order = siblings.map((clause) => places.get(clause.id)!.place);
    const inOrder = longestIncreasingRun(order);
    siblings.forEach((clause, index) => {
      if (!inOrder.has(order[index])) moved.add(clause.id);
    });
  }
  return moved;
}

/** The members of a longest increasing subsequence (patience sorting); of several the same one every time. */
export function longestIncreasingRun(values: readonly number[]): Set<number> {
  const tails: number[] = [];
  const before = new Map<number, number | undefined>();
  for (const value of values) {
    const found = tails.findIndex((tail) => tail >= value);
    const place = found < 0 ? tails.length : found;
    before.set(value, tails[place - 1]);
    tails[place] = value;
  }
  const run = new Set<number>();
  for (let value = tails.at(-1); value !== undefined; value = before.get(value)) run.add(value);
  return run;
}
