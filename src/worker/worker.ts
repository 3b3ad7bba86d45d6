import { strict as assert } from 'node:assert';
import { OutboxRow } from '../outbox/index.js';
import { type Clock, type Database, type IdSource, type Instant, logger } from '../platform/index.js';
import { claimDue, dueKinds, keepAlive, keepHeld } from './claim.js';
import { type JobHandler, type JobOutcome } from './job-handler.js';
import { leaseMs, Leases } from './leases.js';
import { retryAfterMs } from './retry.js';
import { type Room, SideBySide } from './side-by-side.js';

const batchSize = 25;
const usualRoom: Room = { quick: 8, slow: 0, slowAfterMs: Infinity };

/** graceful: begin nothing more; forced: also give up what waits for the network. */
export interface Stopping {
  graceful: AbortSignal;
  forced: AbortSignal;
}

const never: Stopping = { graceful: new AbortController().signal, forced: new AbortController().signal };

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
    /** Rows performed side by side by `runDue`; a rehearsal takes 1, so that its mails come in one order. */
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

  /** Performs what is due now, of all kinds in their order, until nothing is; returns how many rows it performed. */
  runDue(): Promise<number> {
    return this.run(undefined, { ...usualRoom, quick: this.concurrency }, never);
  }

  /** Performs what is due now of one kind: no kind waits for another, timers least of all for mails. */
  runKind(kind: string, stopping: Stopping): Promise<number> {
    return this.run(kind, this.handlers.get(kind)?.room ?? usualRoom, stopping);
  }

  /** Kinds of which something is due. */
  dueKinds(): Promise<string[]> {
    return dueKinds(this.database, this.leases, this.clock.now());
  }

  /** When the next waiting row falls due; null when nothing waits. A rehearsal moves its clock there. */
  async nextDueAt(): Promise<Instant | null> {
    const next = await this.database.read((reader) =>
      reader.findOne(OutboxRow, { where: { state: 'ready' }, order: { dueAt: 'ASC' } }),
    );
    return next?.dueAt ?? null;
  }

  private async run(kind: string | undefined, room: Room, stopping: Stopping): Promise<number> {
    const rows = new SideBySide(room);
    let performed = 0;
    // One row at a time, a rehearsal's: the next is claimed when the one before is done, or chance would pick the ids.
    while (await rows.room(stopping.graceful)) {
      const jobs = await this.claim(kind);
      // What is under way may leave something due behind it.
      if (jobs.length === 0 && rows.idle) break;
      if (jobs.length === 0) await rows.oneDone();
      performed += await this.performAll(jobs, rows, stopping);
    }
    await rows.allDone();
    return performed;
  }

  private claim(kind: string | undefined): Promise<OutboxRow[]> {
    const { database, leases, clock, ids } = this;
    return claimDue(database, leases, clock.now(), () => ids.next(), batchSize, kind);
  }

  private async performAll(jobs: OutboxRow[], rows: SideBySide, stopping: Stopping): Promise<number> {
    let performed = 0;
    let held = jobs;
    while (held.length > 0 && (await rows.room(stopping.graceful))) {
      held = await keepHeld(this.database, this.leases, this.clock.now(), held);
      const job = held.shift();
      if (job === undefined) break;
      rows.add(this.performOne(job, stopping.forced));
      performed += 1;
    }
    await Promise.all(held.map((job) => this.record(job, { state: 'interrupted' })));
    return performed;
  }

  private async performOne(job: OutboxRow, stopping: AbortSignal): Promise<void> {
    const { database, leases, clock } = this;
    const beat = setInterval(() => {
      // A lease that could not be renewed in time is somebody else's then; this row's outcome will not count.
      keepAlive(database, leases, clock.now(), job).catch(() => undefined);
    }, leaseMs / 3).unref();
    try {
      await this.record(job, await this.perform(job, stopping));
    } catch (error) {
      // The row stays leased and is taken up again when its lease has ended.
      logger.error({ err: error, job: job.id, kind: job.kind }, 'outcome of a job could not be recorded');
    } finally {
      clearInterval(beat);
    }
  }

  private async perform(job: OutboxRow, stopping: AbortSignal): Promise<JobOutcome> {
    const handler = this.handlers.get(job.kind);
    if (handler === undefined) return { state: 'failed', reason: `没有能办理“${job.kind}”的程序` };
    try {
      return await handler.perform(job, stopping);
    } catch (error) {
      if (stopping.aborted) return { state: 'interrupted' };
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
    if (outcome.state === 'interrupted') return { ...free, state: 'ready', attempts: job.attempts - 1 };
    if (outcome.state === 'again') {
      const attempts = job.lastError === null ? 0 : job.attempts;
      return { ...free, state: 'ready', dueAt: outcome.dueAt, attempts, lastError: job.lastError };
    }
    const lastError = 'reason' in outcome ? outcome.reason : null;
    return { ...free, state: outcome.state, lastError, finishedAt: this.clock.now() };
  }
}
