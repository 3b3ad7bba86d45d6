import { canonicalJson, digest, type DigestAlgorithm, type Instant, type Json } from '../platform/index.js';

/** An entry as it is exported, one a line; `at` is ISO 8601 in UTC. */
export interface ChainEntry {
  seq: number;
  at: string;
  compilationId: string;
  actor: string;
  type: string;
  payload: Json;
  prevHash: string;
  hash: string;
}

/** What the first entry of a chain follows. */
export const genesisHash = '0'.repeat(64);

export const formatInstant = (at: Instant): string => new Date(at).toISOString();

/** hash = H(previous hash, line feed, RFC 8785 JSON of the entry without its hash). */
export function chainHash(algorithm: DigestAlgorithm, entry: Omit<ChainEntry, 'hash'>): string {
  const { seq, at, compilationId, actor, type, payload, prevHash } = entry;
  const body = canonicalJson({ seq, at, compilationId, actor, type, payload, prevHash });
  return digest(algorithm, `${prevHash}\n${body}`);
}
