import { type DigestAlgorithm, type JsonObject } from '../platform/index.js';
import { type ChainEntry, chainHash, genesisHash } from './chain.js';

/**
 * edit: the content does not give the hash; gap: a number is missing; reorder: a lower number follows a higher
 * one; fork: the entry continues another entry than the one before it; truncation: the chain ends before the
 * head that was recorded; clock: the instant lies before its predecessor's; malformed: the line is no entry;
 * form: the line is not the canonical text of what it holds; foreign: the entry belongs to another compilation;
 * empty: there is no entry at all; anchor: the entry is not the one that was noted elsewhere.
 */
export type ChainFault =
  | 'edit'
  | 'gap'
  | 'reorder'
  | 'fork'
  | 'truncation'
  | 'clock'
  | 'genesis'
  | 'malformed'
  | 'form'
  | 'foreign'
  | 'empty'
  | 'anchor';

/** Number and hash of an entry, noted where whoever rewrites the chain cannot reach. */
export interface Anchor {
  seq: number;
  hash: string;
}

export interface ChainVerdict {
  ok: boolean;
  entries: number;
  head: string | null;
  firstBad: { seq: number; kind: ChainFault } | null;
  /** The highest anchor that the chain was found to agree with; null when none was at hand. */
  anchoredTo: number | null;
}

/** An entry, or what is wrong with the line where one should stand. */
export type ReadEntry = ChainEntry | Extract<ChainFault, 'malformed' | 'form'>;

/** What a chain is held against beside itself. */
export interface Expected {
  /** The end as the same database records it: shows a tail that was cut, not one that was rewritten with it. */
  head?: Anchor;
  anchors?: readonly Anchor[];
}

/** Walks a chain from its genesis entry. */
export async function verifyChain(
  entries: AsyncIterable<ReadEntry>,
  { head, anchors = [] }: Expected = {},
): Promise<ChainVerdict> {
  const walk = new Walk(anchors);
  for await (const entry of entries) {
    const kind = walk.step(entry);
    if (kind === null) continue;
    // What is no entry has no number of its own that could be believed, or none at all.
    const numbered = typeof entry !== 'string' && kind !== 'malformed';
    return walk.verdict({ seq: numbered ? entry.seq : walk.next, kind });
  }
  if (walk.next === 1) return walk.verdict({ seq: 1, kind: 'empty' });
  if (head !== undefined && (head.hash !== walk.head || head.seq !== walk.next - 1))
    return walk.verdict({ seq: walk.next, kind: 'truncation' });
  const beyond = anchors.find(({ seq }) => seq >= walk.next);
  if (beyond !== undefined) return walk.verdict({ seq: walk.next, kind: 'truncation' });
  return walk.verdict(null);
}

/** What has been seen of a chain, entry by entry. */
class Walk {
  private previous: ChainEntry | undefined;
  private algorithm: DigestAlgorithm = 'sha256';
  private count = 0;
  private anchoredTo: number | null = null;
  private readonly anchors: ReadonlyMap<number, string>;

  constructor(anchors: readonly Anchor[]) {
    this.anchors = new Map(anchors.map(({ seq, hash }) => [seq, hash]));
  }

  get next(): number {
    return (this.previous?.seq ?? 0) + 1;
  }

  get head(): string {
    return this.previous?.hash ?? genesisHash;
  }

  step(entry: ReadEntry): ChainFault | null {
    this.count += 1;
    if (typeof entry === 'string') return entry;
    if (!isEntry(entry)) return 'malformed';
    if (this.previous === undefined) this.algorithm = namedAlgorithm(entry) ?? this.algorithm;
    const fault = faultOf(entry, this.previous, this.algorithm) ?? this.offAnchor(entry);
    if (fault === null) this.previous = entry;
    return fault;
  }

  verdict(firstBad: ChainVerdict['firstBad']): ChainVerdict {
    const { count: entries, anchoredTo } = this;
    return { ok: firstBad === null, entries, head: this.previous?.hash ?? null, firstBad, anchoredTo };
  }

  private offAnchor({ seq, hash }: ChainEntry): 'anchor' | null {
    const noted = this.anchors.get(seq);
    if (noted === undefined) return null;
    if (noted !== hash) return 'anchor';
    this.anchoredTo = seq;
    return null;
  }
}

function faultOf(
  entry: ChainEntry,
  previous: ChainEntry | undefined,
  algorithm: DigestAlgorithm,
): ChainFault | null {
  if (previous === undefined && (entry.seq !== 1 || namedAlgorithm(entry) === null)) return 'genesis';
  if (previous !== undefined && entry.compilationId !== previous.compilationId) return 'foreign';
  const expectedSeq = (previous?.seq ?? 0) + 1;
  if (entry.seq > expectedSeq) return 'gap';
  if (entry.seq < expectedSeq) return 'reorder';
  if (entry.prevHash !== (previous?.hash ?? genesisHash)) return 'fork';
  if (chainHash(algorithm, entry) !== entry.hash) return 'edit';
  if (previous !== undefined && entry.at < previous.at) return 'clock';
  return null;
}

function namedAlgorithm(genesis: ChainEntry): DigestAlgorithm | null {
  const algorithm = (genesis.payload as JsonObject | null)?.algorithm;
  return algorithm === 'sha256' || algorithm === 'sm3' ? algorithm : null;
}

function isEntry(entry: Partial<ChainEntry>): boolean {
  const texts = [entry.at, entry.compilationId, entry.actor, entry.type, entry.prevHash, entry.hash];
  return (
    Number.isInteger(entry.seq) && entry.payload !== undefined && texts.every((t) => typeof t === 'string')
  );
}
