import { strict as assert } from 'node:assert';
import { Injectable } from '@nestjs/common';
import {
  addDays,
  CalendarYearMissing,
  CalendarShelf,
  dateOf,
  nextWorkingInstant,
  startOfDay,
} from '../calendar/index.js';
import { type Act, type ForeseenMail, type Reaction, reactTo } from '../engine/index.js';
import { type OutboxRow } from '../outbox/index.js';
import { Clock, Database, type Instant, logger, systemActor } from '../platform/index.js';
import { type JobHandler, type JobOutcome } from '../worker/index.js';
import { workingHours } from './occurrences.js';
import { loadOpenObligations } from './open-obligations.js';
import { planTurns } from './plan-turns.js';
import { PostDigestUseCase } from './post-digest.use-case.js';
import { findPlan, hasEnded, storePlan } from './reminders.repository.js';
import { SweepRemindersUseCase } from './sweep-reminders.use-case.js';
import { courseStage } from '../../workflows/index.js';

const kind = 'reminders';
const oneDayMs = 86_400_000;

/** Looks for due turns as soon as working hours allow, besides the daily round. */
export async function sweepSoon(act: Act, shelf: CalendarShelf): Promise<void> {
  const dueAt = nextWorkingInstant(act.now, await shelf.load(act.tx), workingHours);
  const uniqueKey = `${kind}:${act.compilationId}:${act.ledgerSeq}`;
  const foresee = () => turnsAt(act, dueAt, shelf);
  await act.enqueue({ kind, uniqueKey, payload: { once: true }, dueAt, foresee });
}

/** The mails that a sweep at that instant would send. */
async function turnsAt(
  { tx, compilationId }: Act,
  at: Instant,
  shelf: CalendarShelf,
): Promise<ForeseenMail[]> {
  const open = await loadOpenObligations(tx, compilationId);
  const { rungs } = await findPlan(tx, compilationId);
  const { send } = planTurns(open, rungs, at, await shelf.load(tx));
  return send.map((turn) => ({ template: turn.occurrence.rung.template, to: turn.open.unit.id }));
}

export function reminderReactions(shelf: CalendarShelf): Reaction[] {
  return [
    reactTo(courseStage, 'issueObligations', (act) => sweepSoon(act, shelf)),
    reactTo(courseStage, 'beginDigests', async (act) => {
      const { tx, compilationId, now } = act;
      const plan = await findPlan(tx, compilationId);
      // From here on the ladder is this compilation's own: a later default must not change what runs.
      if (plan.revision === 0) await storePlan(tx, compilationId, plan.rungs);
      const uniqueKey = `${kind}:${compilationId}`;
      const dueAt = nextWorkingInstant(startOfTomorrow(now), await shelf.load(tx), workingHours);
      await act.enqueue({ kind, uniqueKey, payload: { once: false }, dueAt });
    }),
  ];
}

/**
 * The round at the start of each working day, reminders first, then the digest of what is left; and a sweep out of
 * turn when obligations were issued or the ladder was changed.
 */
@Injectable()
export class ReminderRound implements JobHandler {
  readonly kind = kind;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly shelf: CalendarShelf,
    private readonly sweep: SweepRemindersUseCase,
    private readonly digest: PostDigestUseCase,
  ) {}

  async perform(job: OutboxRow): Promise<JobOutcome> {
    const { compilationId } = job;
    assert.ok(compilationId !== null, `${job.id} belongs to no compilation`);
    if (await this.database.read((reader) => hasEnded(reader, compilationId))) return { state: 'done' };
    try {
      return await this.round(compilationId, job.payload.once === true);
    } catch (error) {
      if (error instanceof CalendarYearMissing) return this.tomorrow(job, error);
      throw error;
    }
  }

  private async round(compilationId: string, once: boolean): Promise<JobOutcome> {
    const now = this.clock.now();
    const soonest = await this.workingInstant(now);
    if (soonest > now) return { state: 'again', dueAt: soonest };
    await this.sweep.execute(compilationId, systemActor('reminders'));
    if (once) return { state: 'done' };
    await this.digest.execute(compilationId, systemActor('digest'));
    return { state: 'again', dueAt: await this.workingInstant(startOfTomorrow(now)) };
  }

  private workingInstant(from: Instant): Promise<Instant> {
    return this.database.read(async (reader) =>
      nextWorkingInstant(from, await this.shelf.load(reader), workingHours),
    );
  }

  /** Giving up would end all reminders for good; someone will enter the year's holidays. */
  private tomorrow(job: OutboxRow, error: CalendarYearMissing): JobOutcome {
    logger.error({ job: job.id, year: error.year }, 'reminders wait for the working days of a year');
    job.lastError = error.userMessage;
    return { state: 'again', dueAt: this.clock.now() + oneDayMs };
  }
}

const startOfTomorrow = (now: Instant): Instant => startOfDay(addDays(dateOf(now), 1));
