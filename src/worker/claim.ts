import { Brackets, type EntityManager } from 'typeorm';
import { OutboxRow } from '../outbox/index.js';
import { type Database, type Instant } from '../platform/index.js';
import { type Lease, leaseMs, type Leases } from './leases.js';

/** Kinds of which a row is due. */
export async function dueKinds(database: Database, leases: Leases, now: Instant): Promise<string[]> {
  const ended = await leases.ended(database);
  const rows = await database.read((reader) =>
    reader
      .createQueryBuilder(OutboxRow, 'job')
      .select('job.kind', 'kind')
      .distinct(true)
      .where(isDue(now, ended))
      .getRawMany<{ kind: string }>(),
  );
  return rows.map(({ kind }) => kind);
}

/**
 * Takes up to `limit` due rows, of one kind if one is named, for one worker; on PostgreSQL several workers never wait
 * for one another.
 */
export async function claimDue(
  database: Database,
  leases: Leases,
  now: Instant,
  newToken: () => string,
  limit: number,
  kind?: string,
): Promise<OutboxRow[]> {
  const ended = (await leases.ended(database)).slice(0, limit);
  return database.write(async (tx) => {
    const query = tx.createQueryBuilder(OutboxRow, 'job').where(isDue(now, ended));
    if (kind !== undefined) query.andWhere('job.kind = :kind', { kind });
    query.orderBy('job.dueAt').addOrderBy('job.id').limit(limit);
    if (database.kind === 'postgres') query.setLock('pessimistic_write').setOnLocked('skip_locked');
    const jobs = await query.getMany();
    const leaseToken = jobs.length === 0 ? '' : newToken();
    for (const job of jobs) {
      Object.assign(job, {
        state: 'running',
        leaseToken,
        leaseUntil: now + leaseMs,
        attempts: job.attempts + 1,
      });
      job.lastError = null;
      await tx.update(OutboxRow, { id: job.id }, { ...pick(job), leaseToken });
      leases.hold(job);
    }
    return jobs;
  });
}

/** Waits no longer, or is leased to a worker that is no more. */
export function isDue(now: Instant, ended: Lease[]): Brackets {
  return new Brackets((due) => {
    due.where('job.state = :ready AND job.dueAt <= :now', { ready: 'ready', now });
    // By the mark that was seen, not the id alone: another worker may have taken the row up meanwhile.
    ended.forEach(({ id, leaseToken, leaseUntil }, index) => {
      const [row, token, until] = [`row${index}`, `token${index}`, `until${index}`];
      due.orWhere(
        `job.state = 'running' AND job.id = :${row} AND COALESCE(job.leaseToken, '') = :${token} AND COALESCE(job.leaseUntil, 0) = :${until}`,
        { [row]: id, [token]: leaseToken ?? '', [until]: leaseUntil ?? 0 },
      );
    });
  });
}

function pick({ state, leaseUntil, attempts }: OutboxRow) {
  return { state, leaseUntil, attempts };
}

/**
 * Those of the claimed rows that are still this worker's when their turn comes, leased anew if the rows before them
 * took long: a server that answers slowly must not let a second worker send the rest of the batch as well.
 */
export async function keepHeld(
  database: Database,
  leases: Leases,
  now: Instant,
  jobs: OutboxRow[],
): Promise<OutboxRow[]> {
  if (jobs.every((job) => leases.lastsForJob(job))) return jobs;
  return database.write(async (tx) => {
    const held: OutboxRow[] = [];
    for (const job of jobs) if (await renew(tx, leases, now, job)) held.push(job);
    return held;
  });
}

/** Keeps the lease of a row that is being performed. */
export async function keepAlive(
  database: Database,
  leases: Leases,
  now: Instant,
  job: OutboxRow,
): Promise<void> {
  await database.write((tx) => renew(tx, leases, now, job));
}

async function renew(tx: EntityManager, leases: Leases, now: Instant, job: OutboxRow): Promise<boolean> {
  const ours = { id: job.id, leaseToken: job.leaseToken ?? '' };
  // Never the instant it bore before: whoever watches the lease must see that it was renewed.
  const leaseUntil = Math.max(now + leaseMs, (job.leaseUntil ?? 0) + 1);
  const { affected } = await tx.update(OutboxRow, ours, { leaseUntil });
  if (affected !== 1) return false;
  job.leaseUntil = leaseUntil;
  leases.hold(job);
  return true;
}
