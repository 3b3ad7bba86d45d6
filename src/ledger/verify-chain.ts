import { type DigestAlgorithm, type JsonObject } from '../platform/index.js';
import { type ChainEntry, chainHash, genesisHash } from './chain.js';

/**
 * edit: the content does not give the hash; gap: a number is missing; reorder: a lower number follows a higher
 * one; fork: the entry continues another entry than the one before it; truncation: the chain ends before the
 * head that was recorded; clock: the instant lies before its predecessor's; malformed: the line is no entry.
 */
export type ChainFault =
  'edit' | 'gap' | 'reorder' | 'fork' | 'truncation' | 'clock' | 'genesis' | 'malformed';

export interface ChainVerdict {
  ok: boolean;
  entries: number;
  head: string | null;
  firstBad: { seq: number; kind: ChainFault } | null;
}

/** Walks a chain from its genesis entry; `expected` is the head that was recorded elsewhere, if there is one. */
export async function verifyChain(
  entries: AsyncIterable<ChainEntry | null>,
  expected?: { seq: number; hash: string },
): Promise<ChainVerdict> {
  let previous: ChainEntry | undefined;
  let algorithm: DigestAlgorithm = 'sha256';
  let count = 0;
  const verdict = (firstBad: ChainVerdict['firstBad']): ChainVerdict => ({
    ok: firstBad === null,
    entries: count,
    head: previous?.hash ?? null,
    firstBad,
  });
  for await (const entry of entries) {
    count += 1;
    if (entry === null || !isEntry(entry))
      return verdict({ seq: (previous?.seq ?? 0) + 1, kind: 'malformed' });
    if (previous === undefined) algorithm = namedAlgorithm(entry) ?? algorithm;
    const kind = faultOf(entry, previous, algorithm);
    if (kind !== null) return verdict({ seq: entry.seq, kind });
    previous = entry;
  }
  if (expected !== undefined && expected.hash !== (previous?.hash ?? genesisHash)) {
    return verdict({ seq: (previous?.seq ?? 0) + 1, kind: 'truncation' });
  }
  return verdict(null);
}

function faultOf(
  entry: ChainEntry,
  previous: ChainEntry | undefined,
  algorithm: DigestAlgorithm,
): ChainFault | null {
  if (previous === undefined && (entry.seq !== 1 || namedAlgorithm(entry) === null)) return 'genesis';
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
