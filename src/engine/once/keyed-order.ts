import { type EntityManager } from 'typeorm';
import { type WriteOrder } from '../../platform/index.js';

/** What a transaction gave, by its place in the order. */
export type Results = ReadonlyMap<number, unknown>;

/** Keeps results within the transaction that gave the last of them. */
export type KeepResults = (tx: EntityManager, results: Results) => Promise<void>;

/**
 * The transactions of one request with a key, in order. What earlier attempts of the same request committed is
 * answered again and not done again; what is new is recorded in the very transaction that does it. So a process may
 * die at any point: asked again, the request goes on where it stopped.
 */
export class KeyedOrder implements WriteOrder {
  private readonly results: Map<number, unknown>;
  private next = 0;
  private open = true;

  /** @param before what was committed under this key by an attempt that was never answered */
  constructor(
    readonly database: object,
    private readonly keep: KeepResults,
    private readonly before: Results = new Map(),
  ) {
    this.results = new Map(before);
  }

  /** Whether anything was done under the key. */
  get hasEffect(): boolean {
    return this.results.size > 0;
  }

  step<T>(work: (tx: EntityManager) => Promise<T>): (tx: EntityManager) => Promise<T> {
    if (!this.open) return work;
    const place = this.next++;
    if (this.before.has(place)) return async () => this.before.get(place) as T;
    return async (tx) => {
      const result = await work(tx);
      await this.keep(tx, new Map([...this.results, [place, result]]));
      this.results.set(place, result);
      return result;
    };
  }

  /** What goes on after the answer (a rehearsal, the worker) no longer belongs to the request. */
  close(): void {
    this.open = false;
  }
}
