import { strict as assert } from 'node:assert';
import { OutboxRow } from '../outbox/index.js';
import { type Clock, type Database, type IdSource, type Instant, logger } from '../platform/index.js';
import { claimDue, keepHeld } from './claim.js';
import { type JobHandler, type JobOutcome } from './job-handler.js';
import { Leases } from './leases.js';
import { retryAfterMs } from './retry.js';

const batchSize = 25;

/**
 * Claims due outbox rows, performs them and records the outcome. A crash in between leaves the row running until
 * its lease ends, when another worker takes it up: performing twice must be harmless, and is (stable Message-ID,
 * guarded transitions, unique register rows).
 */
export class Worker {
  private readonly handlers = new Map<string, JobHandler>();
  private readonly leases: Leases;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly ids: IdSource,
    /** Rows performed side by side; a rehearsal takes 1, so that its mails come in one order. */
    private readonly concurrency = 8,
  ) {
    this.leases = new Leases(clock);
  }

  addHandlers(...handlers: JobHandler[]): void {
    for (const handler of handlers) {
      assert.ok(!this.handlers.has(handler.kind), `${handler.kind} is handled twice`);
      this.handlers.set(handler.kind, handler);
    }
  }

  /** Performs what is due now, until nothing is; returns how many rows it performed. */
  async runDue(): Promise<number> {
    for (let performed = 0; ;) {
      let jobs = await claimDue(this.database, this.leases, this.clock.now(), this.ids.next(), batchSize);
      if (jobs.length === 0) return performed;
      while (jobs.length > 0) {
        jobs = await keepHeld(this.database, this.leases, this.clock.now(), jobs);
        const slice = jobs.splice(0, this.concurrency);
        await Promise.all(slice.map(async (job) => this.record(job, await this.perform(job))));
        performed += slice.length;
      }
    }
  }

  /** When the next waiting row falls due; null when nothing waits. A rehearsal moves its clock there. */
  async nextDueAt(): Promise<Instant | null> {
    const next = await this.database.read((reader) =>
      reader.findOne(OutboxRow, { where: { state: 'ready' }, order: { dueAt: 'ASC' } }),
    );
    return next?.dueAt ?? null;
  }

  private async perform(job: OutboxRow): Promise<JobOutcome> {
    const handler = this.handlers.get(job.kind);
    if (handler === undefined) return { state: 'failed', reason: `没有能办理“${job.kind}”的程序` };
    try {
      return await handler.perform(job);
    } catch (error) {
      logger.warn({ err: error, job: job.id, kind: job.kind }, 'job failed');
      const waitMs = retryAfterMs(job.attempts);
      const reason = error instanceof Error ? error.message : String(error);
      job.lastError = reason;
      return waitMs === null
        ? { state: 'failed', reason }
        : { state: 'again', dueAt: this.clock.now() + waitMs };
    }
  }

  /** At once, not with its neighbours: what was done must not be done again because another one hangs. */
  private async record(job: OutboxRow, outcome: JobOutcome): Promise<void> {
    const change = this.afterwards(job, outcome);
    await this.database.write(async (tx) => {
      const mine = { id: job.id, leaseToken: job.leaseToken ?? '' };
      const { affected } = await tx.update(OutboxRow, mine, change as never);
      // Another worker took the row up after this one's lease had ended: its outcome counts.
      if (affected === 1 && 'alongside' in outcome) await outcome.alongside?.(tx);
    });
  }

  private afterwards(job: OutboxRow, outcome: JobOutcome): Partial<OutboxRow> {
    const free = { leaseUntil: null, leaseToken: null };
    if (outcome.state === 'again') {
      const attempts = job.lastError === null ? 0 : job.attempts;
      return { ...free, state: 'ready', dueAt: outcome.dueAt, attempts, lastError: job.lastError };
    }
    const lastError = 'reason' in outcome ? outcome.reason : null;
    return { ...free, state: outcome.state, lastError, finishedAt: this.clock.now() };
  }
}
