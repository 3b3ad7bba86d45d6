import { OutboxRow } from '../outbox/index.js';
import { type Clock, type Database } from '../platform/index.js';

/** A dead worker's rows are free again after this long. */
export const leaseMs = 60_000;
/** No job may take longer (a mail is given up sooner), so a lease with more left than this needs no renewal. */
const longestJobMs = 50_000;

/** What a lease looks like from outside; taking or renewing it changes the token or the instant. */
export type Lease = Pick<OutboxRow, 'id' | 'leaseToken' | 'leaseUntil'>;

/**
 * Which leases have ended. Instants in the database cannot tell: a clock that is set back by two days would leave a
 * dead worker's rows leased for two days, and one set forward would give a live worker's rows to a second one. So each
 * worker watches the leases itself: one that did not change for `leaseMs` of time elapsed before its eyes is nobody's
 * any more, whatever any machine's clock says.
 */
export class Leases {
  private readonly watched = new Map<string, { mark: string; since: number }>();
  private readonly heldSince = new WeakMap<OutboxRow, number>();

  constructor(private readonly clock: Pick<Clock, 'elapsedMs'>) {}

  /** Those that have ended, to be taken by the mark they still bear. */
  async ended(database: Database): Promise<Lease[]> {
    const leased: Lease[] = await database.read((reader) =>
      reader.find(OutboxRow, {
        select: { id: true, leaseToken: true, leaseUntil: true },
        where: { state: 'running' },
      }),
    );
    const now = this.clock.elapsedMs();
    const known = new Set(leased.map(({ id }) => id));
    for (const id of this.watched.keys()) if (!known.has(id)) this.watched.delete(id);
    return leased.filter((lease) => now - this.unchangedSince(lease, now) >= leaseMs);
  }

  /** Notes that this worker has just taken or renewed the row's lease. */
  hold(job: OutboxRow): void {
    this.heldSince.set(job, this.clock.elapsedMs());
  }

  /** Whether the row may still be begun without renewing its lease. */
  lastsForJob(job: OutboxRow): boolean {
    const heldMs = this.clock.elapsedMs() - (this.heldSince.get(job) ?? -Infinity);
    return leaseMs - heldMs > longestJobMs;
  }

  private unchangedSince({ id, leaseToken, leaseUntil }: Lease, now: number): number {
    const mark = `${leaseToken} ${leaseUntil}`;
    const before = this.watched.get(id);
    if (before?.mark === mark) return before.since;
    this.watched.set(id, { mark, since: now });
    return now;
  }
}
