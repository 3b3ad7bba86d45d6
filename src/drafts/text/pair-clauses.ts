import { ClausePairs, type PlacedClause } from './clause-pairs.js';

/** Below this a clause is taken for a new one. Two policies on one subject reach about 0.25 by common phrases. */
const leastSimilarity = 0.5;
/** Two candidates closer than this are a tie: nobody can say which of them the clause was. */
const tieMargin = 0.02;
/** Standing below the same parent decides between two that read alike. */
const sameParentBonus = 0.04;
/** One paired child proves little about its parents unless their own words agree a little. */
const leastWordsOfParents = 0.2;
/** Each round settles at least one level of the tree more, and there are four. */
const mostRounds = 5;

interface Candidate {
  previous: number;
  next: number;
  rank: number;
}

/**
 * Finds for every clause of the next version the one it was in the previous version: the same words first, then
 * the unique best similarity, parents also by the children they keep. A tie leaves both sides without a partner.
 * The same two versions always give the same pairs.
 */
export function pairClauses(previous: readonly PlacedClause[], next: readonly PlacedClause[]): ClausePairs {
  const pairs = new ClausePairs(previous, next);
  for (let round = 0; round < mostRounds; round++) {
    const freeBefore = pairs.freeNext().length;
    pairUniqueWordings(pairs);
    pairRepeatedWordings(pairs);
    pairSimilar(pairs);
    if (pairs.freeNext().length === freeBefore) break;
  }
  return pairs;
}

function pairUniqueWordings(pairs: ClausePairs): void {
  const previousBy = groupBy(pairs.freePrevious(), (place) => pairs.previous[place].wording);
  const nextBy = groupBy(pairs.freeNext(), (place) => pairs.next[place].wording);
  for (const [wording, places] of nextBy) {
    const partners = previousBy.get(wording) ?? [];
    if (wording !== '' && places.length === 1 && partners.length === 1) pairs.pair(partners[0], places[0]);
  }
}

/** The same words several times below one parent: equal in number they are the same clauses in the same order. */
function pairRepeatedWordings(pairs: ClausePairs): void {
  const placed = (wording: string, parent?: number): string => `${parent ?? 'none'} ${wording}`;
  const previousBy = groupBy(pairs.freePrevious(), (place) => {
    const { parent, wording } = pairs.previous[place];
    return placed(wording, parent < 0 ? parent : pairs.nextFor(parent));
  });
  const nextBy = groupBy(pairs.freeNext(), (place) =>
    placed(pairs.next[place].wording, pairs.next[place].parent),
  );
  for (const [key, places] of nextBy) {
    const partners = previousBy.get(key);
    if (partners?.length === places.length)
      partners.forEach((place, index) => pairs.pair(place, places[index]));
  }
}

function pairSimilar(pairs: ClausePairs): void {
  const candidates = listCandidates(pairs);
  const byPrevious = groupBy(candidates, ({ previous }) => previous);
  const byNext = groupBy(candidates, ({ next }) => next);
  const tied = { previous: new Set<number>(), next: new Set<number>() };
  const isOpen = ({ previous, next }: Candidate): boolean =>
    pairs.isFree(previous, next) && !tied.previous.has(previous) && !tied.next.has(next);
  for (const candidate of candidates) {
    if (!isOpen(candidate)) continue;
    const rivals = [...byPrevious.get(candidate.previous)!, ...byNext.get(candidate.next)!].filter(
      (other) => other !== candidate && isOpen(other) && candidate.rank - other.rank < tieMargin,
    );
    if (rivals.length === 0) pairs.pair(candidate.previous, candidate.next);
    for (const { previous, next } of rivals.length === 0 ? [] : [candidate, ...rivals]) {
      tied.previous.add(previous);
      tied.next.add(next);
    }
  }
}

/** Every free pair that may be one clause, the likeliest first; equal ranks in document order. */
function listCandidates(pairs: ClausePairs): Candidate[] {
  const kept = countKeptChildren(pairs);
  const candidates: Candidate[] = [];
  const freeNext = pairs.freeNext();
  for (const previous of pairs.freePrevious()) {
    for (const next of freeNext) {
      const likeness = likenessOf(pairs, previous, next, kept.get(keyOf(pairs, previous, next)) ?? 0);
      const bonus = pairs.haveSameParent(previous, next) ? sameParentBonus : 0;
      if (likeness >= leastSimilarity) candidates.push({ previous, next, rank: likeness + bonus });
    }
  }
  return candidates.sort((a, b) => b.rank - a.rank || a.previous - b.previous || a.next - b.next);
}

function likenessOf(pairs: ClausePairs, previous: number, next: number, keptChildren: number): number {
  const words = pairs.similarity(previous, next);
  const isProof = keptChildren > 1 || (keptChildren === 1 && words >= leastWordsOfParents);
  const [a, b] = [pairs.previous[previous], pairs.next[next]];
  if (!isProof || a.clause.kind !== b.clause.kind) return words;
  return Math.max(words, (2 * keptChildren) / (a.childCount + b.childCount));
}

const keyOf = (pairs: ClausePairs, previous: number, next: number): number =>
  previous * pairs.next.length + next;

/** How many children of one clause are paired with children of another. */
function countKeptChildren(pairs: ClausePairs): Map<number, number> {
  const kept = new Map<number, number>();
  pairs.next.forEach(({ parent }, place) => {
    const partner = pairs.previousFor(place);
    if (partner === undefined || parent < 0 || pairs.previous[partner].parent < 0) return;
    const key = keyOf(pairs, pairs.previous[partner].parent, parent);
    kept.set(key, (kept.get(key) ?? 0) + 1);
  });
  return kept;
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
