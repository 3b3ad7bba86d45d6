import { Brackets } from 'typeorm';
import { OutboxRow } from '../outbox/index.js';
import { type Database, type Instant } from '../platform/index.js';

/** A dead worker's rows are free again after this long. */
const leaseMs = 60_000;

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
