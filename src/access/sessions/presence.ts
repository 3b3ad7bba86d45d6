import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { Database, type Instant, logger } from '../../platform/index.js';
import { PersonalToken } from '../accounts/account.entity.js';
import { Session } from './session.entity.js';

/** A process that is killed forgets this much of who was there: of 30 minutes of rest that is little. */
const flushAfterMs = 5_000;
/** Looking at ten pages a minute need not write ten times. */
const noteAfterMs = 60_000;
/** Of sessions and tokens; more than a house has at once. */
const mostNotes = 20_000;

const stamps = {
  session: { entity: Session, column: 'lastSeenAt' },
  token: { entity: PersonalToken, column: 'lastUsedAt' },
} as const;
type Kind = keyof typeof stamps;

/**
 * When a session or a token was last used. Looking at a page must not wait for a write, nor fail with one, so it is
 * kept in memory and written down behind everybody's back, again and again until that succeeds.
 */
@Injectable()
export class Presence implements BeforeApplicationShutdown {
  private readonly notes: Record<Kind, Map<string, Instant>> = { session: new Map(), token: new Map() };
  private next: NodeJS.Timeout | undefined;

  constructor(private readonly database: Database) {}

  /** @param stored what the row says */
  lastOf(kind: Kind, id: string, stored: Instant | null): Instant | null {
    return this.notes[kind].get(id) ?? stored;
  }

  note(kind: Kind, id: string, last: Instant | null, now: Instant): void {
    // By the distance: after a clock was set back the stamp lies in the future, and rest would be counted from there.
    if (last !== null && Math.abs(now - last) < noteAfterMs) return;
    const notes = this.notes[kind];
    if (notes.size >= mostNotes) notes.delete(notes.keys().next().value!);
    notes.set(id, now);
    this.next ??= setTimeout(() => void this.flush(), flushAfterMs).unref();
  }

  /** Writes down what was noted; what cannot be written now stays for the next time. */
  async flush(): Promise<void> {
    clearTimeout(this.next);
    this.next = undefined;
    const taken = (Object.keys(stamps) as Kind[]).flatMap((kind) =>
      [...this.notes[kind]].map(([id, at]) => ({ kind, id, at })),
    );
    if (taken.length === 0) return;
    try {
      await this.database.write(async (tx) => {
        for (const { kind, id, at } of taken)
          await tx.update(stamps[kind].entity, { id }, { [stamps[kind].column]: at });
      });
      for (const { kind, id, at } of taken) if (this.notes[kind].get(id) === at) this.notes[kind].delete(id);
    } catch (error) {
      logger.debug({ err: error }, 'who was there is written down later');
      this.next ??= setTimeout(() => void this.flush(), flushAfterMs).unref();
    }
  }

  /** Before the database closes. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.flush();
    clearTimeout(this.next);
  }
}
