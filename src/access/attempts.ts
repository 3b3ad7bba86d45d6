import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Column, Entity, type EntityManager, PrimaryColumn } from 'typeorm';
import {
  Database,
  type Instant,
  instantColumn,
  optionalInstantColumn,
  WallClock,
} from '../platform/index.js';
import { LockedOut } from './access.errors.js';

/** Counts of tries, kept in the database so that a second instance or a restart does not forget them. */
@Entity('attempt_window')
export class AttemptWindow {
  /** Hash of what is counted: no address of a visitor is kept. */
  @PrimaryColumn({ type: 'varchar' })
  id!: string;

  @Column({ type: 'integer' })
  count!: number;

  @Column(instantColumn)
  since!: Instant;

  /** Nothing is tried before. */
  @Column(optionalInstantColumn)
  until!: Instant | null;
}

const failuresAllowed = 5;
const lockMs = 15 * 60_000;

const keyOf = (subject: string): string => createHash('sha256').update(subject).digest('hex');

/** Five failures of one post from one address shut that pair out for 15 minutes. */
@Injectable()
export class Attempts {
  constructor(
    private readonly database: Database,
    private readonly clock: WallClock,
  ) {}

  /**
   * Counts a try before it is looked at, so that many sent at once are not all let through; `passed` takes it back.
   * @throws LockedOut
   */
  async admit(subject: string): Promise<void> {
    const now = this.clock.now();
    const id = keyOf(subject);
    const until = await this.database.write(async (tx) => {
      const count = await this.count(tx, id, lockMs, now);
      const window = await tx.findOneByOrFail(AttemptWindow, { id });
      if (window.until !== null && window.until > now) return window.until;
      if (count >= failuresAllowed) await tx.update(AttemptWindow, { id }, { until: now + lockMs, count: 0 });
      return null;
    });
    if (until !== null) throw new LockedOut(Math.ceil((until - now) / 60_000));
  }

  async passed(subject: string): Promise<void> {
    // Kept, not deleted: another try at the same moment is about to count in this row.
    const forgotten = { count: 0, until: null };
    await this.database.write((tx) => tx.update(AttemptWindow, { id: keyOf(subject) }, forgotten));
  }

  /** Whether one more within the window is still allowed; counts it when it is. */
  take(subject: string, allowed: number, windowMs: number): Promise<boolean> {
    const now = this.clock.now();
    return this.database.write(async (tx) => {
      const count = await this.count(tx, keyOf(subject), windowMs, now);
      return count <= allowed;
    });
  }

  /** Counting up comes first: it holds the row, so that of many at once each sees what the one before counted. */
  private async count(tx: EntityManager, id: string, windowMs: number, now: Instant): Promise<number> {
    const none = { id, count: 0, since: now, until: null };
    await tx.createQueryBuilder().insert().into(AttemptWindow).values(none).orIgnore().execute();
    await tx.increment(AttemptWindow, { id }, 'count', 1);
    const { count, since } = await tx.findOneByOrFail(AttemptWindow, { id });
    if (now - since < windowMs && since <= now) return count;
    await tx.update(AttemptWindow, { id }, { count: 1, since: now });
    return 1;
  }
}
