import { setTimeout as pause } from 'node:timers/promises';
import { Refusal, underOrder } from '../../platform/index.js';
import { KeyReused, KeyUnderWay } from './once.errors.js';
import { type KeyedRequest, type KnownRequest, type RequestKeys } from './request-keys.js';

/** How long an attempt in another process may take before it counts as dead. */
const deadAfterMs = 5000;
const lookEveryMs = 100;

export interface Once<T> {
  answer: T;
  /** Whether it is the answer to an earlier sending of the same request. */
  repeated: boolean;
}

/**
 * One key of one actor has one effect: whoever sends a request again gets the first answer, at once, after a restart,
 * and when both arrive at the same moment. Doors put every act with a key through it.
 */
export class OnceOnly {
  private readonly underWay = new Map<string, Promise<unknown>>();

  constructor(private readonly keys: RequestKeys) {}

  /**
   * @param isRefusal whether an answer that was not thrown refuses all the same
   * @throws KeyReused for another request under the key
   */
  async run<T>(
    request: KeyedRequest,
    fn: () => Promise<T>,
    isRefusal: (answer: T) => boolean = () => false,
  ): Promise<Once<T>> {
    const id = this.keys.idOf(request);
    for (let first = this.underWay.get(id); first !== undefined; first = this.underWay.get(id))
      await first.catch(() => undefined);
    const attempt = this.attempt(request, fn, isRefusal);
    this.underWay.set(id, attempt);
    try {
      return await attempt;
    } finally {
      this.underWay.delete(id);
    }
  }

  private async attempt<T>(
    request: KeyedRequest,
    fn: () => Promise<T>,
    isRefusal: (answer: T) => boolean,
  ): Promise<Once<T>> {
    const known = await this.settled(request);
    if (known !== null && known.digest !== request.digest) throw new KeyReused();
    if (known?.answer !== undefined) return { answer: known.answer.value as T, repeated: true };
    try {
      return await this.perform(request, known, fn, isRefusal);
    } catch (error) {
      // Another process was asked at the same moment and came first: its answer is the answer.
      if (!(error instanceof KeyUnderWay)) throw error;
      const other = await this.settled(request);
      if (other?.digest !== undefined && other.digest !== request.digest) throw new KeyReused();
      if (other?.answer === undefined) throw error;
      return { answer: other.answer.value as T, repeated: true };
    }
  }

  private async perform<T>(
    request: KeyedRequest,
    known: KnownRequest | null,
    fn: () => Promise<T>,
    isRefusal: (answer: T) => boolean,
  ): Promise<Once<T>> {
    const order = this.keys.order(request, known?.results);
    try {
      const answer = await underOrder(order, fn);
      order.close();
      if (order.hasEffect)
        await (isRefusal(answer) ? this.keys.forget(request) : this.keys.answered(request, answer));
      return { answer, repeated: false };
    } catch (error) {
      order.close();
      const refused = error instanceof Refusal && !(error instanceof KeyUnderWay) && error.status < 500;
      if (refused && order.hasEffect) await this.keys.forget(request);
      throw error;
    }
  }

  /** What is known of the key, once an attempt that may be going on elsewhere has had its time. */
  private async settled(request: KeyedRequest): Promise<KnownRequest | null> {
    for (let waitedMs = 0; ; waitedMs += lookEveryMs) {
      const known = await this.keys.find(request);
      if (known === null || known.answer !== undefined) return known;
      if (waitedMs >= deadAfterMs || this.keys.isOlderThan(known, deadAfterMs)) return known;
      await pause(lookEveryMs);
    }
  }
}
