/** The distinct pairs of neighbouring characters of a text, as sorted numbers of a shared vocabulary. */
export type Profile = Int32Array;

/**
 * Numbers character bigrams, so that texts are compared as lists of numbers. Only letters, 汉字 and figures count:
 * a comma that became a full stop is no rewording.
 */
export class BigramVocabulary {
  private readonly numbers = new Map<string, number>();

  get size(): number {
    return this.numbers.size;
  }

  profile(text: string): Profile {
    const characters = Array.from(text.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, ''));
    const grams =
      characters.length === 1 ? characters : characters.slice(1).map((next, i) => characters[i] + next);
    return Int32Array.from(new Set(grams.map((gram) => this.numberOf(gram)))).sort();
  }

  private numberOf(gram: string): number {
    const known = this.numbers.get(gram);
    if (known !== undefined) return known;
    this.numbers.set(gram, this.numbers.size);
    return this.numbers.size - 1;
  }
}

/** How many bigrams each text of one list shares with each of another, counted once for all pairs. */
export class SharedBigrams {
  private readonly counts: Int32Array;

  constructor(
    private readonly rows: readonly Profile[],
    private readonly columns: readonly Profile[],
    vocabularySize: number,
  ) {
    this.counts = new Int32Array(rows.length * columns.length);
    const rowsWith: number[][] = Array.from({ length: vocabularySize }, () => []);
    rows.forEach((profile, row) => profile.forEach((gram) => rowsWith[gram].push(row)));
    columns.forEach((profile, column) => {
      for (const gram of profile) {
        for (const row of rowsWith[gram]) this.counts[row * columns.length + column] += 1;
      }
    });
  }

  count(row: number, column: number): number {
    return this.counts[row * this.columns.length + column];
  }

  /** Dice coefficient of two texts: 1 for the same bigrams, 0 for none in common. */
  dice(row: number, column: number): number {
    return ratio(this.count(row, column), this.rows[row].length + this.columns[column].length);
  }
}

export function diceOf(a: Profile, b: Profile): number {
  return ratio(countShared(a, b), a.length + b.length);
}

const ratio = (shared: number, total: number): number => (total === 0 ? 0 : (2 * shared) / total);

function countShared(a: Profile, b: Profile): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const difference = a[i] - b[j];
    if (difference === 0) shared += 1;
    if (difference <= 0) i += 1;
    if (difference >= 0) j += 1;
  }
  return shared;
}
