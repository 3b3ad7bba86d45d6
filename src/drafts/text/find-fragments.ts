import type { ClausePairs } from './clause-pairs.js';
import type { Profile } from './similarity.js';

/** A clause of one version and the clauses of the other that its text is found in, in document order. */
export interface Fragments {
  whole: number;
  parts: number[];
}

/** A part of fewer bigrams than this would be found in any longer text. */
const leastBigrams = 8;
const leastContained = 0.6;
/** So much of a part must be new beside the whole's own successor, or it only repeats what that still says. */
const leastTakenOut = 0.5;

interface View {
  wholes: readonly { whole: Profile }[];
  parts: readonly { whole: Profile }[];
  freeParts: number[];
  shared: (whole: number, part: number) => number;
  successorOf: (whole: number) => number | undefined;
}

/** Clauses of the previous version that became several: a new clause holds what another one used to say. */
export const findSplits = (pairs: ClausePairs): Fragments[] =>
  findFragments({
    wholes: pairs.previous,
    parts: pairs.next,
    freeParts: pairs.freeNext(),
    shared: (whole, part) => pairs.shared.count(whole, part),
    successorOf: pairs.nextFor,
  });

/** Clauses of the next version that were several: it holds what a removed clause used to say. */
export const findMerges = (pairs: ClausePairs): Fragments[] =>
  findFragments({
    wholes: pairs.next,
    parts: pairs.previous,
    freeParts: pairs.freePrevious(),
    shared: (whole, part) => pairs.shared.count(part, whole),
    successorOf: pairs.previousFor,
  });

function findFragments(view: View): Fragments[] {
  const partsOf = new Map<number, number[]>();
  for (const part of view.freeParts) {
    const whole = findWhole(view, part);
    if (whole !== undefined) partsOf.set(whole, [...(partsOf.get(whole) ?? []), part]);
  }
  return [...partsOf]
    .map(([whole, parts]) => ({ whole, parts: [...parts, ...definedOnly(view.successorOf(whole))] }))
    .filter(({ parts }) => parts.length > 1)
    .map(({ whole, parts }) => ({ whole, parts: parts.sort((a, b) => a - b) }))
    .sort((a, b) => a.whole - b.whole);
}

const definedOnly = (place: number | undefined): number[] => (place === undefined ? [] : [place]);

/** The clause that holds most of a part's text, if that is enough and was taken out of it. */
function findWhole(view: View, part: number): number | undefined {
  const length = view.parts[part].whole.length;
  if (length < leastBigrams) return undefined;
  let best: number | undefined;
  let most = leastContained * length;
  for (let whole = 0; whole < view.wholes.length; whole++) {
    const shared = view.shared(whole, part);
    if (shared > most) [best, most] = [whole, shared];
  }
  if (best === undefined) return undefined;
  const successor = view.successorOf(best);
  if (successor === undefined) return best;
  const still = new Set(view.parts[successor].whole);
  const holds = new Set(view.wholes[best].whole);
  const takenOut = view.parts[part].whole.filter((gram) => holds.has(gram) && !still.has(gram)).length;
  return takenOut >= leastTakenOut * length ? best : undefined;
}
