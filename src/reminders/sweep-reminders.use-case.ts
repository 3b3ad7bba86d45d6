import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { CalendarShelf, nextWorkingInstant } from '../calendar/index.js';
import { findCompilation } from '../compilation/index.js';
import { Acts } from '../engine/index.js';
import { type Actor, Clock, Database, type Instant } from '../platform/index.js';
import { workingHours } from './occurrences.js';
import { loadOpenObligations } from './open-obligations.js';
import { planTurns, type TurnPlan } from './plan-turns.js';
import { findPlan } from './reminders.repository.js';
import { type Turn } from './turn.js';
import { TurnPoster } from './turn-poster.js';

export interface Swept {
  queued: number;
  /** Missed turns that a later one made superfluous. */
  skipped: number;
}

const nothing: TurnPlan = { send: [], skip: [] };

/**
 * Finds the turns of the ladder that are due and puts them into register and outbox, in one transaction. Run as
 * often and by as many as one likes, it sends each turn once. Outside working hours, and while the compilation is
 * suspended, it does nothing.
 */
@Injectable()
export class SweepRemindersUseCase {
  constructor(
    private readonly acts: Acts,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly shelf: CalendarShelf,
    private readonly poster: TurnPoster,
  ) {}

  async execute(compilationId: string, actor: Actor): Promise<Swept> {
    // Most days nothing is due: looking costs a few reads, an act would cost an entry in the ledger.
    const glance = await this.database.read((reader) => this.due(reader, compilationId, this.clock.now()));
    if (glance.send.length + glance.skip.length === 0) return { queued: 0, skipped: 0 };
    return this.acts.perform({ compilationId, actor, type: 'reminders.swept' }, async (act) => {
      const { send, skip } = await this.due(act.tx, compilationId, act.now);
      await this.poster.send(act, send);
      await this.poster.skip(act, skip);
      act.note({ queued: send.length, skipped: skip.length, rungs: countByRung(send) });
      return { queued: send.length, skipped: skip.length };
    });
  }

  private async due(reader: EntityManager, compilationId: string, now: Instant): Promise<TurnPlan> {
    const { suspendedAt } = await findCompilation(reader, compilationId);
    const calendar = await this.shelf.load(reader);
    if (suspendedAt !== null || nextWorkingInstant(now, calendar, workingHours) > now) return nothing;
    const open = await loadOpenObligations(reader, compilationId);
    const { rungs } = await findPlan(reader, compilationId);
    return planTurns(open, rungs, now, calendar);
  }
}

function countByRung(turns: Turn[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { occurrence } of turns) counts[occurrence.rung.key] = (counts[occurrence.rung.key] ?? 0) + 1;
  return counts;
}
