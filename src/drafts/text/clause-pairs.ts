import { passagesOf, wordingOf, type ClauseContent } from './clause.js';
import { BigramVocabulary, diceOf, SharedBigrams, type Profile } from './similarity.js';

/** A clause of one version with the place of its parent in document order, or −1. */
export interface PlacedClause {
  clause: ClauseContent;
  parent: number;
}

interface ProfiledClause extends PlacedClause {
  wording: string;
  whole: Profile;
  title: Profile;
  body: Profile;
  childCount: number;
}

const unpaired = -1;

/** The two versions side by side: what each clause says, and who has been paired with whom. */
export class ClausePairs {
  readonly previous: readonly ProfiledClause[];
  readonly next: readonly ProfiledClause[];
  readonly shared: SharedBigrams;
  private readonly nextOf: Int32Array;
  private readonly previousOf: Int32Array;

  constructor(previous: readonly PlacedClause[], next: readonly PlacedClause[]) {
    const vocabulary = new BigramVocabulary();
    this.previous = profileClauses(previous, vocabulary);
    this.next = profileClauses(next, vocabulary);
    this.shared = new SharedBigrams(wholesOf(this.previous), wholesOf(this.next), vocabulary.size);
    this.nextOf = new Int32Array(previous.length).fill(unpaired);
    this.previousOf = new Int32Array(next.length).fill(unpaired);
  }

  pair(previous: number, next: number): void {
    this.nextOf[previous] = next;
    this.previousOf[next] = previous;
  }

  nextFor = (previous: number): number | undefined => placeOrNone(this.nextOf[previous]);
  previousFor = (next: number): number | undefined => placeOrNone(this.previousOf[next]);

  isFree = (previous: number, next: number): boolean =>
    this.nextOf[previous] === unpaired && this.previousOf[next] === unpaired;

  freePrevious = (): number[] => freePlaces(this.nextOf);
  freeNext = (): number[] => freePlaces(this.previousOf);

  /** Whether both stand at the top, or below clauses that are paired with each other. */
  haveSameParent(previous: number, next: number): boolean {
    const above = this.previous[previous].parent;
    return (above < 0 ? above : this.nextOf[above]) === this.next[next].parent;
  }

  /** Title and body as one, or each for itself when that is closer: an unchanged title above a new body counts. */
  similarity(previous: number, next: number): number {
    const whole = this.shared.dice(previous, next);
    const [a, b] = [this.previous[previous], this.next[next]];
    const apart =
      a.body.length > 0 && b.body.length > 0 && whole >= leastCommonGround && whole < 0.5
        ? 0.3 * diceOf(a.title, b.title) + 0.7 * diceOf(a.body, b.body)
        : 0;
    return Math.max(whole, apart) * (a.clause.kind === b.clause.kind ? 1 : otherKindFactor);
  }
}

/** Below this two texts share no more than any two texts on one subject do. */
const leastCommonGround = 0.25;
const otherKindFactor = 0.9;

const placeOrNone = (place: number): number | undefined => (place === unpaired ? undefined : place);
const wholesOf = (clauses: readonly ProfiledClause[]): Profile[] => clauses.map(({ whole }) => whole);

function freePlaces(partners: Int32Array): number[] {
  const free: number[] = [];
  partners.forEach((partner, place) => {
    if (partner === unpaired) free.push(place);
  });
  return free;
}

function profileClauses(clauses: readonly PlacedClause[], vocabulary: BigramVocabulary): ProfiledClause[] {
  const childCounts = new Array<number>(clauses.length).fill(0);
  for (const { parent } of clauses) if (parent >= 0) childCounts[parent] += 1;
  return clauses.map(({ clause, parent }, place) => ({
    clause,
    parent,
    wording: wordingOf(clause).join('').replace(/\s+/gu, ''),
    whole: vocabulary.profile(wordingOf(clause).join('')),
    title: vocabulary.profile(clause.title),
    body: vocabulary.profile([...passagesOf(clause), ...clause.items.map((item) => item.text)].join('')),
    childCount: childCounts[place],
  }));
}
