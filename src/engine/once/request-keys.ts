import { deserialize, serialize } from 'node:v8';
import { type EntityManager, LessThan } from 'typeorm';
import {
  type Clock,
  type Database,
  type IdSource,
  seal,
  type ServerKey,
  unseal,
} from '../../platform/index.js';
import { KeyedOrder, type Results } from './keyed-order.js';
import { KeyUnderWay } from './once.errors.js';
import { RequestKey } from './request-key.entity.js';

/** Longer than anybody's program tries again; after it a key is as good as new. */
const keptMs = 14 * 24 * 3_600_000;

/** A key as one actor sent it, and the digest of what was asked under it. */
export interface KeyedRequest {
  actor: string;
  key: string;
  digest: string;
}

export interface KnownRequest {
  digest: string;
  results: Results;
  /** Undefined until it was answered. */
  answer: { value: unknown } | undefined;
  createdAt: number;
}

/** The table of keys. Everything in it is sealed with the key itself, which is not in it. */
export class RequestKeys {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: IdSource,
    private readonly serverKey: ServerKey,
  ) {}

  idOf({ actor, key }: KeyedRequest): string {
    return this.serverKey.derive('request-key', actor, key);
  }

  async find(request: KeyedRequest): Promise<KnownRequest | null> {
    const id = this.idOf(request);
    const row = await this.database.read((reader) => reader.findOneBy(RequestKey, { id }));
    if (row === null || this.clock.now() - row.createdAt > keptMs) return null;
    const { digest, createdAt } = row;
    const results = this.opened(request, row.results) as Results;
    const answer = row.answer === null ? undefined : { value: this.opened(request, row.answer) };
    return { digest, createdAt, results, answer };
  }

  /** An order that records itself under the key. @throws KeyUnderWay from a step, when another attempt came first */
  order(request: KeyedRequest, before?: Results): KeyedOrder {
    const owner = this.ids.next();
    return new KeyedOrder(this.database, (tx, results) => this.keep(tx, request, owner, results), before);
  }

  /** The answer is kept apart from the act: when it cannot be, the act is still done once. */
  async answered(request: KeyedRequest, answer: unknown): Promise<void> {
    const id = this.idOf(request);
    const sealed = this.sealed(request, answer);
    await this.database.write((tx) => tx.update(RequestKey, { id }, { answer: sealed }));
  }

  /** A refusal used no key: corrected, the same request may be sent under it again. */
  async forget(request: KeyedRequest): Promise<void> {
    const id = this.idOf(request);
    await this.database.write((tx) => tx.delete(RequestKey, { id }));
  }

  private async keep(
    tx: EntityManager,
    request: KeyedRequest,
    owner: string,
    results: Results,
  ): Promise<void> {
    const id = this.idOf(request);
    const createdAt = this.clock.now();
    const row = { id, owner, digest: request.digest, results: this.sealed(request, results), createdAt };
    await tx.delete(RequestKey, { createdAt: LessThan(createdAt - keptMs) });
    const mine = { id, digest: request.digest };
    if (results.size > 1) await tx.update(RequestKey, mine, { owner, results: row.results });
    // On PostgreSQL this waits for another attempt's transaction, and then does nothing.
    else
      await tx
        .createQueryBuilder()
        .insert()
        .into(RequestKey)
        .values({ ...row, answer: null })
        .orIgnore()
        .execute();
    const kept = await tx.findOneBy(RequestKey, { id });
    if (kept?.owner !== owner) throw new KeyUnderWay();
  }

  /** Whether an attempt that was never answered has been silent for too long to be still going on. */
  isOlderThan({ createdAt }: KnownRequest, ms: number): boolean {
    return this.clock.now() - createdAt > ms;
  }

  private sealed(request: KeyedRequest, value: unknown): string {
    return seal(this.secretOf(request), serialize(value));
  }

  private opened(request: KeyedRequest, text: string): unknown {
    return deserialize(unseal(this.secretOf(request), text));
  }

  private secretOf({ actor, key }: KeyedRequest): Buffer {
    return Buffer.from(this.serverKey.derive('request-answer', actor, key), 'base64url');
  }
}
