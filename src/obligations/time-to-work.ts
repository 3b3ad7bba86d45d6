import { Injectable } from '@nestjs/common';
import { type CalendarDate, CalendarShelf, dateOf } from '../calendar/index.js';
import { findDeadline } from '../compilation/index.js';
import { type Act } from '../engine/index.js';
import { changeDeadline, deadlineOn, type NewDeadline } from './change-deadline.js';
import { DeadlineAlreadyPast } from './obligations.errors.js';
import { type StandingObligation } from './obligations.repository.js';

/** Least time to work on what is asked again; the notice sets none, a week of work is what a unit can be asked for. */
const leastWorkingDays = 5;

/** How long a unit has for what is asked of it again. */
@Injectable()
export class TimeToWork {
  constructor(private readonly shelf: CalendarShelf) {}

  /** The day that was chosen, or a week of work. @throws DeadlineAlreadyPast */
  async upTo(act: Act, chosen: CalendarDate | undefined): Promise<NewDeadline> {
    const calendar = await this.shelf.load(act.tx);
    const today = dateOf(act.now);
    if (chosen !== undefined && chosen < today) throw new DeadlineAlreadyPast(chosen);
    return deadlineOn(chosen ?? calendar.addWorkingDays(today, leastWorkingDays), calendar);
  }

  /**
   * What was waived did not follow the timeline meanwhile and may be due yesterday: it gets the date of all the others
   * or its own, and never less time than asked for here.
   */
  async renew(
    act: Act,
    obligation: StandingObligation,
    least: NewDeadline,
    reason: string,
  ): Promise<StandingObligation> {
    const others = obligation.datedIndividually
      ? obligation
      : await findDeadline(act.tx, act.compilationId, obligation.deadlineKey);
    const later = least.effectiveAt > others.effectiveAt;
    const { nominal, effectiveAt, ruleText } = later ? least : others;
    if (effectiveAt === obligation.effectiveAt) return obligation;
    const cause = later ? ('waiverRevoked' as const) : ('timeline' as const);
    const order = { cause, reason, approver: null };
    return changeDeadline(act, obligation, { nominal, effectiveAt, ruleText }, order);
  }
}
