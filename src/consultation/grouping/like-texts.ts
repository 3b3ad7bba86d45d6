/**
 * Finds texts that say nearly the same: by MinHash over three-character pieces, its values taken in bands, so that
 * a text is compared with those alone that share a band. Candidates are confirmed by their real likeness.
 */
const pieceLength = 3;
const bands = 6;
const rowsPerBand = 3;
/** Share of common pieces (Jaccard) from which two texts are alike. At 0.8 a pair shares a band in 98 of 100 cases. */
export const leastLikeness = 0.7;
/** Bounds the work that texts made to share bands without being alike could cause. */
const mostLeadersPerBand = 16;

interface Leader {
  id: string;
  pieces: Set<number>;
}

/** Groups texts as they come: each joins the first group whose leader it resembles, or leads one of its own. */
export class LikeTexts {
  private readonly leaders = new Map<string, Leader[]>();

  /** @returns the id of the text that leads the group; its own when it resembles none before it */
  add(id: string, text: string): string {
    const pieces = piecesOf(text);
    const keys = bandsOf(pieces);
    for (const key of keys) {
      const like = this.leaders.get(key)?.find((leader) => likeness(leader.pieces, pieces) >= leastLikeness);
      if (like !== undefined) return like.id;
    }
    const leader = { id, pieces };
    for (const key of keys) this.lead(key, leader);
    return id;
  }

  private lead(key: string, leader: Leader): void {
    const known = this.leaders.get(key);
    if (known === undefined) this.leaders.set(key, [leader]);
    else if (known.length < mostLeadersPerBand) known.push(leader);
  }
}

/** Words alone: punctuation, spaces, width and case tell no two opinions apart. */
const condense = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{S}\s]+/gu, '');

function piecesOf(text: string): Set<number> {
  const characters = Array.from(condense(text));
  const pieces = new Set<number>();
  for (let at = 0; at <= Math.max(0, characters.length - pieceLength); at++) {
    pieces.add(hash(characters.slice(at, at + pieceLength).join('')));
  }
  return pieces;
}

function bandsOf(pieces: ReadonlySet<number>): string[] {
  return Array.from({ length: bands }, (_, band) => {
    const rows = Array.from({ length: rowsPerBand }, (_, row) =>
      least(pieces, seeds[band * rowsPerBand + row]),
    );
    return `${band}:${rows.join(':')}`;
  });
}

/** Odd multipliers, each a permutation of 32-bit numbers. */
const seeds = Array.from(
  { length: bands * rowsPerBand },
  (_, index) => (Math.imul(index + 1, 0x9e3779b1) | 1) >>> 0,
);

function least(pieces: ReadonlySet<number>, seed: number): number {
  let smallest = 0xffffffff;
  for (const piece of pieces) smallest = Math.min(smallest, mix(piece, seed));
  return smallest;
}

function mix(value: number, seed: number): number {
  const mixed = Math.imul(value ^ (value >>> 15), seed);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}

function likeness(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let common = 0;
  for (const piece of small) if (large.has(piece)) common += 1;
  return common / (a.size + b.size - common);
}
