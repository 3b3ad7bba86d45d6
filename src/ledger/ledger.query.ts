import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { canonicalJson, type Database, type Instant, NotFound } from '../platform/index.js';
import { type ChainEntry } from './chain.js';
import { readChain, toChainEntry } from './ledger.js';
import { LedgerEntry, LedgerHead } from './ledger-entry.entity.js';
import { type Anchor, type ChainVerdict, type ReadEntry, verifyChain } from './verify-chain.js';

export interface LedgerFilter {
  type?: string;
  actor?: string;
  /** In what capacity the actor acted: `secretariat`, `unit` … */
  actorKind?: string;
  /** Part of the actor or of the payload, in any case. */
  text?: string;
  /** Instants, `from` included and `until` not. */
  from?: Instant;
  until?: Instant;
  /** Only entries before this number, for paging back. */
  before?: number;
  limit: number;
}

/** Reads of the ledger for pages, commands and whoever must trust the file years later. */
export class LedgerQuery {
  constructor(private readonly database: Database) {}

  /** Walks the chain in the database and compares its end with the recorded head. */
  verify(compilationId: string, anchors: readonly Anchor[] = []): Promise<ChainVerdict> {
    return this.database.read(async (reader) => {
      const head = await reader.findOneBy(LedgerHead, { compilationId });
      if (head === null) throw new NotFound('编制项目', compilationId);
      return verifyChain(readChain(reader, compilationId), { head, anchors });
    });
  }

  /** One canonical entry a line (RFC 8785). */
  async *export(compilationId: string, upToSeq?: number): AsyncGenerator<string> {
    const entries = await this.database.read(async (reader) => readChain(reader, compilationId, upToSeq));
    for await (const entry of entries) yield `${canonicalJson(entry)}\n`;
  }

  entries(compilationId: string): Promise<AsyncGenerator<ChainEntry>> {
    return this.database.read(async (reader) => readChain(reader, compilationId));
  }

  latest(compilationId: string, filter: LedgerFilter): Promise<ChainEntry[]> {
    return this.database.read(async (reader) => {
      const query = entriesOf(reader, compilationId, filter).orderBy('entry.seq', 'DESC').limit(filter.limit);
      if (filter.before !== undefined) query.andWhere('entry.seq < :before', { before: filter.before });
      return (await query.getMany()).map(toChainEntry);
    });
  }

  /** How many entries a filter finds, whatever page of them is shown. */
  count(compilationId: string, filter: Omit<LedgerFilter, 'limit' | 'before'>): Promise<number> {
    return this.database.read((reader) => entriesOf(reader, compilationId, filter).getCount());
  }

  async entry(compilationId: string, seq: number): Promise<ChainEntry> {
    const row = await this.database.read((reader) => reader.findOneBy(LedgerEntry, { compilationId, seq }));
    if (row === null) throw new NotFound('台账条目', String(seq));
    return toChainEntry(row);
  }

  async head(compilationId: string): Promise<{ seq: number; hash: string }> {
    const head = await this.database.read((reader) => reader.findOneBy(LedgerHead, { compilationId }));
    if (head === null) throw new NotFound('编制项目', compilationId);
    return { seq: head.seq, hash: head.hash };
  }
}

function entriesOf(
  reader: EntityManager,
  compilationId: string,
  { type, actor, actorKind, text, from, until }: Omit<LedgerFilter, 'limit' | 'before'>,
): SelectQueryBuilder<LedgerEntry> {
  const query = reader
    .createQueryBuilder(LedgerEntry, 'entry')
    .where('entry.compilationId = :compilationId', { compilationId });
  if (type !== undefined) query.andWhere('entry.type = :type', { type });
  if (actor !== undefined) query.andWhere('entry.actor = :actor', { actor });
  if (actorKind !== undefined) query.andWhere('entry.actor LIKE :kind', { kind: `${actorKind}:%` });
  if (from !== undefined) query.andWhere('entry.at >= :from', { from });
  if (until !== undefined) query.andWhere('entry.at < :until', { until });
  if (text !== undefined) {
    // Lower case on both sides: PostgreSQL's LIKE tells cases apart, SQLite's does not.
    const like = `%${text.toLowerCase().replace(/[!%_]/g, '!$&')}%`;
    const found = `LOWER(entry.payload) LIKE :like ESCAPE '!' OR LOWER(entry.actor) LIKE :like ESCAPE '!'`;
    query.andWhere(`(${found})`, { like });
  }
  return query;
}

/** Verifies an exported ledger without a database. */
export function verifyLedgerFile(file: string, anchors: readonly Anchor[] = []): Promise<ChainVerdict> {
  return verifyChain(readLines(file), { anchors });
}

async function* readLines(file: string): AsyncGenerator<ReadEntry> {
  const lines = createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity });
  for await (const line of lines) yield readLine(line);
}

/**
 * The text of an entry is hashed in one form only. A line in another form, with a member too many or one that stands
 * twice, may be read differently by another program, so it is no proof of anything.
 */
export function readLine(line: string): ReadEntry {
  try {
    const entry = JSON.parse(line) as ChainEntry;
    const { seq, at, compilationId, actor, type, payload, prevHash, hash } = entry;
    const whole = { seq, at, compilationId, actor, type, payload, prevHash, hash };
    return canonicalJson(whole) === line ? entry : 'form';
  } catch {
    return 'malformed';
  }
}
