import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { type ChainEntry, type ChainVerdict, verifyLedgerFile } from '../ledger/index.js';
import { type PacketVerdict } from './verify-packet.js';

/** What an exported ledger says of a packet. */
export interface LedgerMatch {
  /** The ledger is whole, has the entry the packet was built for, and says that this very archive was built. */
  ok: boolean;
  chain: ChainVerdict;
  /** The entry that the manifest names, with the same hash. */
  position: boolean;
  /** An act that recorded an archive of these digests. */
  archive: boolean;
}

/**
 * Compares a packet with an exported ledger: a manifest that was changed together with its files agrees with itself,
 * but not with what the ledger recorded when the packet was built.
 */
export async function matchLedger(
  file: string,
  { sha256, sm3, ledger }: Pick<PacketVerdict, 'sha256' | 'sm3' | 'ledger'>,
): Promise<LedgerMatch> {
  const chain = await verifyLedgerFile(file);
  let position = false;
  let archive = false;
  if (chain.ok) {
    for await (const { seq, hash, type, payload } of readEntries(file)) {
      if (seq === ledger?.seq && hash === ledger.hash) position = true;
      const built = payload as { sha256?: string; sm3?: string };
      if (type === 'packet.built' && built.sha256 === sha256 && built.sm3 === sm3) archive = true;
    }
  }
  return { ok: chain.ok && position && archive, chain, position, archive };
}

/** Only of a ledger that was found whole: every line is an entry. */
async function* readEntries(file: string): AsyncGenerator<ChainEntry> {
  const lines = createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity });
  for await (const line of lines) if (line.trim() !== '') yield JSON.parse(line) as ChainEntry;
}
