import { type EntityManager } from 'typeorm';
import { type OutboxRow } from '../outbox/index.js';
import { type Instant } from '../platform/index.js';
import { type Room } from './side-by-side.js';

/** Rows of the handler's own that must change together with the outbox row, in its transaction. */
export type Alongside = (tx: EntityManager) => Promise<unknown>;

/**
 * lapsed: it no longer applied when it was due; again: it recurs; failed: trying again will not help; interrupted: the
 * worker was told to stop, the try does not count.
 */
export type JobOutcome =
  | { state: 'done'; alongside?: Alongside }
  | { state: 'lapsed'; reason: string; alongside?: Alongside }
  | { state: 'failed'; reason: string; alongside?: Alongside }
  | { state: 'again'; dueAt: Instant }
  | { state: 'interrupted' };

/** Performs outbox rows of one kind. What it throws is an operating failure and is tried again. */
export interface JobHandler {
  readonly kind: string;
  /** How many of its rows are performed side by side; a few unless told. */
  readonly room?: Room;
  /** @param stopping aborted when the process must end; whoever waits for the network gives up then */
  perform(job: OutboxRow, stopping: AbortSignal): Promise<JobOutcome>;
}
