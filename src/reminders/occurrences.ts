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

/** One turn of a rung for one deadline; rungs count from its effective day, never from the nominal one. */
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
  const lateWorkingDays = calendar.workingDaysBetween(effectiveDay, dateOf(until));
  const turns = rungs.flatMap((rung): Occurrence[] => {
    const { offsetWorkingDays: offset } = rung;
    if (offset === null) return [{ rung, number: 1, dueAt: dated.issuedAt }];
    if (offset <= 0) return [{ rung, number: 1, dueAt: opening(earlyDay(effectiveDay, offset, calendar)) }];
    const days = lateDays(rung, offset, effectiveDay, lateWorkingDays, calendar);
    return days.map((day, index) => ({ rung, number: index + 1, dueAt: opening(day) }));
  });
  return turns.filter(({ dueAt }) => dueAt <= until).sort((a, b) => a.dueAt - b.dueAt);
}

const opening = (day: CalendarDate): Instant => atTime(day, workingHours.from);

/** A deadline fixed to an instant may fall on a day off; its last reminder comes on the working day before. */
function earlyDay(effectiveDay: CalendarDate, offset: number, calendar: WorkingCalendar): CalendarDate {
  return calendar.addWorkingDays(calendar.lastWorkingDayUpTo(effectiveDay), offset);
}

/** Never looks further than working days have passed: next year's need not be known to remind in December. */
function lateDays(
  rung: Rung,
  offset: number,
  effectiveDay: CalendarDate,
  lateWorkingDays: number,
  calendar: WorkingCalendar,
): CalendarDate[] {
  const days: CalendarDate[] = [];
  const { repeatEveryWorkingDays: step = Infinity } = rung;
  for (let passed = offset; passed <= lateWorkingDays; passed += step) {
    const previous = days.at(-1);
    days.push(
      previous === undefined
        ? calendar.addWorkingDays(effectiveDay, offset)
        : calendar.addWorkingDays(previous, step),
    );
  }
  return days;
}
