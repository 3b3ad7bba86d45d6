import { type OutboxRow } from '../outbox/index.js';
import { type Instant } from '../platform/index.js';

/** lapsed: it no longer applied when it was due; again: it recurs; failed: trying again will not help. */
export type JobOutcome =
  | { state: 'done' }
  | { state: 'lapsed'; reason: string }
  | { state: 'failed'; reason: string }
  | { state: 'again'; dueAt: Instant };

/** Performs outbox rows of one kind. What it throws is an operating failure and is tried again. */
export interface JobHandler {
  readonly kind: string;
  perform(job: OutboxRow): Promise<JobOutcome>;
}
