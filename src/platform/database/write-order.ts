import { AsyncLocalStorage } from 'node:async_hooks';
import { type EntityManager } from 'typeorm';

type Work<T> = (tx: EntityManager) => Promise<T>;

/** One order of a person, such as a request with a key: each of its transactions is recorded inside itself. */
export interface WriteOrder {
  /** Whose transactions they are: a rehearsal that a request starts writes to a database of its own. */
  readonly database: object;
  /**
   * Called once for each transaction, in turn; a transaction that is tried again is the same step.
   * @returns the work, or what answers as the same step of the same order did before
   */
  step<T>(work: Work<T>): Work<T>;
}

const current = new AsyncLocalStorage<WriteOrder>();

/** Everything written while `fn` runs belongs to the order. */
export const underOrder = <T>(order: WriteOrder, fn: () => Promise<T>): Promise<T> => current.run(order, fn);

/** What an outermost transaction does: the work itself, or the work as a step of the order it belongs to. */
export function asStep<T>(database: object, work: Work<T>): Work<T> {
  const order = current.getStore();
  return order?.database === database ? order.step(work) : work;
}
