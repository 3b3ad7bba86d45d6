import {
  atTime,
  type CalendarDate,
  dateOf,
  type WorkingCalendar,
  type WorkingHours,
} from '../calendar/index.js';
import { type Instant } from '../platform/index.js';
import { type Rung } from './ladder.js';

/** When a reminder may arrive: office hours of working days in Shanghai. */
export const workingHours: WorkingHours = { from: '09:00', to: '17:30' };

/** One turn of a rung for one deadline. */
export interface Occurrence {
  rung: Rung;
  /** Counts from 1; more than 1 only when the rung repeats. */
  number: number;
  /** Start of working hours of its day; for the notice the instant of issue. */
  dueAt: Instant;
}

export interface DatedObligation {
  issuedAt: Instant;
  effectiveAt: Instant;
}

/** The turns of all rungs that fall due up to `until`, earliest first. */
export function occurrencesUpTo(
  until: Instant,
  rungs: readonly Rung[],
  dated: DatedObligation,
  calendar: WorkingCalendar,
): Occurrence[] {
  const effectiveDay = dateOf(dated.effectiveAt);
  // Never looks past `until`: next year's holidays need not be known to remind in December.
  const passedWorkingDays = calendar.workingDaysBetween(effectiveDay, dateOf(until));
  const found: Occurrence[] = [];
  for (const rung of rungs) {
    for (const { number, offset } of turnsOf(rung, passedWorkingDays)) {
      const dueAt = offset === null ? dated.issuedAt : openingOf(effectiveDay, offset, calendar);
      if (dueAt <= until) found.push({ rung, number, dueAt });
    }
  }
  return found.sort((a, b) => a.dueAt - b.dueAt);
}

/** Before and on the effective day there is one turn; after it as many as working days have passed for. */
function* turnsOf(
  rung: Rung,
  passedWorkingDays: number,
): Generator<{ number: number; offset: number | null }> {
  const { offsetWorkingDays: first, repeatEveryWorkingDays: step } = rung;
  if (first === null || first <= 0) {
    yield { number: 1, offset: first };
    return;
  }
  for (let number = 1, offset = first; offset <= passedWorkingDays; number++, offset += step ?? Infinity) {
    yield { number, offset };
  }
}

/**
 * Rungs count from the effective day, never from the nominal one. A deadline fixed to an instant may fall on a day
 * off; its last reminder then comes on the working day before.
 */
function openingOf(effectiveDay: CalendarDate, offset: number, calendar: WorkingCalendar): Instant {
  const from = offset <= 0 ? calendar.lastWorkingDayUpTo(effectiveDay) : effectiveDay;
  return atTime(calendar.addWorkingDays(from, offset), workingHours.from);
}
