import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { CalendarShelf, nextWorkingInstant } from '../calendar/index.js';
import { findCompilation } from '../compilation/index.js';
import { type Act, Acts } from '../engine/index.js';
import { type PartProgress, SubmissionKinds } from '../obligations/index.js';
import { type Actor, Clock, Database, insertRows, type Instant } from '../platform/index.js';
import { workingHours } from './occurrences.js';
import { loadOpenObligations } from './open-obligations.js';
import { planTurns, type TurnPlan } from './plan-turns.js';
import { RegisterEntry } from './register-entry.entity.js';
import { postTurns } from './reminder-mails.js';
import { findPlan } from './reminders.repository.js';
import { identityOf, type Turn } from './turn.js';

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
    private readonly kinds: SubmissionKinds,
  ) {}

  async execute(compilationId: string, actor: Actor): Promise<Swept> {
    // Most days nothing is due: looking costs a few reads, an act would cost an entry in the ledger.
    const glance = await this.database.read((reader) => this.due(reader, compilationId, this.clock.now()));
    if (glance.send.length + glance.skip.length === 0) return { queued: 0, skipped: 0 };
    return this.acts.perform({ compilationId, actor, type: 'reminders.swept' }, async (act) => {
      const { send, skip } = await this.due(act.tx, compilationId, act.now);
      const mailIds = await this.post(act, send);
      await register(act, send, mailIds);
      await register(act, skip, []);
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

  private async post(act: Act, turns: Turn[]): Promise<string[]> {
    const { tx, compilationId } = act;
    const compilation = await findCompilation(tx, compilationId);
    const calendar = await this.shelf.load(tx);
    const topics = await this.kinds.topics(tx, 'material', compilationId);
    const progress = await this.progressOf(tx, turns);
    return postTurns(act, turns, { compilation, calendar, topics, progress });
  }

  /** Only who has begun has something saved, so only they cost a query each. */
  private async progressOf(tx: EntityManager, turns: Turn[]): Promise<Map<string, PartProgress[]>> {
    const progress = new Map<string, PartProgress[]>();
    for (const { open, occurrence } of turns) {
      const { obligation } = open;
      if (obligation.state === 'owed' || occurrence.rung.template !== 'reminder') continue;
      progress.set(obligation.id, await this.kinds.progress(tx, obligation));
    }
    return progress;
  }
}

async function register(act: Act, turns: Turn[], mailIds: string[]): Promise<void> {
  const rows = turns.map((turn, index) => ({
    id: act.ids.next(),
    compilationId: act.compilationId,
    ...identityOf(turn),
    mailId: mailIds[index] ?? null,
    dueAt: turn.occurrence.dueAt,
    recordedAt: act.now,
  }));
  await insertRows(act.tx, RegisterEntry, rows);
}

function countByRung(turns: Turn[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { occurrence } of turns) counts[occurrence.rung.key] = (counts[occurrence.rung.key] ?? 0) + 1;
  return counts;
}
