import { Brackets } from 'typeorm';
import { OutboxRow } from '../outbox/index.js';
import { type Database, type Instant } from '../platform/index.js';

/** A dead worker's rows are free again after this long. */
const leaseMs = 60_000;
/** No job may take longer (a mail is given up sooner), so a lease with more left than this needs no renewal. */
const longestJobMs = 50_000;

/** Takes up to `limit` due rows for one worker; on PostgreSQL several workers never wait for one another. */
export function claimDue(
  database: Database,
  now: Instant,
  leaseToken: string,
  limit: number,
): Promise<OutboxRow[]> {
  return database.write(async (tx) => {
    const query = tx
      .createQueryBuilder(OutboxRow, 'job')
      .where(
        new Brackets((due) =>
          due
            .where('job.state = :ready AND job.dueAt <= :now', { ready: 'ready', now })
            .orWhere('job.state = :running AND job.leaseUntil <= :now', { running: 'running', now }),
        ),
      )
      .orderBy('job.dueAt')
      .addOrderBy('job.id')
      .limit(limit);
    if (database.kind === 'postgres') query.setLock('pessimistic_write').setOnLocked('skip_locked');
    const jobs = await query.getMany();
    for (const job of jobs) {
      Object.assign(job, {
        state: 'running',
        leaseToken,
        leaseUntil: now + leaseMs,
        attempts: job.attempts + 1,
      });
      job.lastError = null;
      await tx.update(OutboxRow, { id: job.id }, { ...pick(job), leaseToken });
    }
    return jobs;
  });
}

function pick({ state, leaseUntil, attempts }: OutboxRow) {
  return { state, leaseUntil, attempts };
}

/**
 * Those of the claimed rows that are still this worker's when their turn comes, leased anew if the rows before them
 * took long: a server that answers slowly must not let a second worker send the rest of the batch as well.
 */
export async function keepHeld(database: Database, now: Instant, jobs: OutboxRow[]): Promise<OutboxRow[]> {
  if (jobs.every((job) => (job.leaseUntil ?? 0) - now > longestJobMs)) return jobs;
  return database.write(async (tx) => {
    const held: OutboxRow[] = [];
    for (const job of jobs) {
      const ours = { id: job.id, leaseToken: job.leaseToken ?? '' };
      const { affected } = await tx.update(OutboxRow, ours, { leaseUntil: now + leaseMs });
      if (affected === 1) held.push(job);
    }
    return held;
  });
}
