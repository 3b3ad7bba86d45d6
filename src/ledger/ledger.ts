import { strict as assert } from 'node:assert';
import { type EntityManager } from 'typeorm';
import {
  canonicalJson,
  type DigestAlgorithm,
  type IdSource,
  type Instant,
  type Json,
  type JsonObject,
  NotFound,
} from '../platform/index.js';
import { type ChainEntry, chainHash, formatInstant, genesisHash } from './chain.js';
import { LedgerEntry, LedgerHead } from './ledger-entry.entity.js';

export interface NewEntry {
  at: Instant;
  actor: string;
  type: string;
  payload: JsonObject;
}

/** Writes and reads the chain of one compilation. It never opens a transaction: an act owns it. */
export class Ledger {
  constructor(private readonly ids: IdSource) {}

  /** Begins a chain; its first entry must name the algorithm in `payload.algorithm`. */
  async begin(tx: EntityManager, compilationId: string, algorithm: DigestAlgorithm): Promise<LedgerHead> {
    const head = tx.create(LedgerHead, { compilationId, seq: 0, hash: genesisHash, algorithm });
    await tx.insert(LedgerHead, head);
    return head;
  }

  /** Takes the compilation's place in the queue: until the transaction ends no other act of it proceeds. */
  async lock(tx: EntityManager, compilationId: string): Promise<LedgerHead> {
    const query = tx.createQueryBuilder(LedgerHead, 'head').where('head.compilationId = :compilationId', {
      compilationId,
    });
    if (tx.connection.options.type === 'postgres') query.setLock('pessimistic_write');
    const head = await query.getOne();
    if (head === null) throw new NotFound('编制项目', compilationId);
    return head;
  }

  /** Appends one entry behind a locked head and moves the head. */
  async append(tx: EntityManager, head: LedgerHead, entry: NewEntry): Promise<ChainEntry> {
    const last = await this.lastInstant(tx, head);
    const body = {
      seq: head.seq + 1,
      // The chain's own time never runs backwards, even when the machine's clock is set back.
      at: formatInstant(Math.max(entry.at, last)),
      compilationId: head.compilationId,
      actor: entry.actor,
      type: entry.type,
      payload: JSON.parse(canonicalJson(entry.payload)) as Json,
      prevHash: head.hash,
    };
    const hash = chainHash(head.algorithm, body);
    await tx.insert(LedgerEntry, {
      ...body,
      id: this.ids.next(),
      at: Date.parse(body.at),
      payload: canonicalJson(body.payload),
      hash,
    });
    const moved = await tx.update(
      LedgerHead,
      { compilationId: head.compilationId, seq: head.seq },
      { seq: body.seq, hash },
    );
    assert.equal(moved.affected, 1, 'the chain moved while an act held it');
    head.seq = body.seq;
    head.hash = hash;
    return { ...body, hash };
  }

  private async lastInstant(tx: EntityManager, head: LedgerHead): Promise<Instant> {
    if (head.seq === 0) return 0;
    const last = await tx.findOneByOrFail(LedgerEntry, { compilationId: head.compilationId, seq: head.seq });
    return last.at;
  }
}

/** Reads the chain in order, a thousand rows at a time, so that its length does not matter. */
export async function* readChain(
  reader: EntityManager,
  compilationId: string,
  upToSeq = Number.MAX_SAFE_INTEGER,
): AsyncGenerator<ChainEntry> {
  for (let after = 0; ;) {
    const rows = await reader
      .createQueryBuilder(LedgerEntry, 'entry')
      .where('entry.compilationId = :compilationId AND entry.seq > :after AND entry.seq <= :upToSeq', {
        compilationId,
        after,
        upToSeq: Math.min(upToSeq, 2_147_483_647),
      })
      .orderBy('entry.seq')
      .limit(1000)
      .getMany();
    for (const row of rows) yield toChainEntry(row);
    if (rows.length < 1000) return;
    after = rows[rows.length - 1].seq;
  }
}

/** Entries of every compilation that have a member, in the order of their instants: for what the house shares. */
export async function* readChains(reader: EntityManager, member: string): AsyncGenerator<ChainEntry> {
  const rows = await reader
    .createQueryBuilder(LedgerEntry, 'entry')
    .where('entry.payload LIKE :member', { member: `%"${member}":{%` })
    .orderBy('entry.at')
    .addOrderBy('entry.id')
    .getMany();
  for (const row of rows) yield toChainEntry(row);
}

export function toChainEntry(row: LedgerEntry): ChainEntry {
  const { seq, compilationId, actor, type, prevHash, hash } = row;
  const payload = JSON.parse(row.payload) as Json;
  return { seq, at: formatInstant(row.at), compilationId, actor, type, payload, prevHash, hash };
}
