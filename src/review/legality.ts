import { type EntityManager } from 'typeorm';
import { addDays, type CalendarDate, dateOf, type WorkingCalendar } from '../calendar/index.js';
import { latestProcedure } from '../compilation/index.js';
import { type LegalityFacts } from '../../workflows/index.js';
import { type Meeting } from './meeting.entity.js';

/**
 * Whole working days that a review sent on `sentOn` has before a plenary. The day of sending is not counted and the
 * period must be over when the plenary begins, so neither is the plenary's day: sent on 2021-11-01, the seven working
 * days are 11-02 to 11-10, and a plenary on 11-11 is the first that leaves seven (domain.md §3, §7).
 */
export const reviewWorkingDays = (
  calendar: WorkingCalendar,
  sentOn: CalendarDate,
  plenaryOn: CalendarDate,
): number => Math.max(0, calendar.workingDaysBetween(sentOn, addDays(plenaryOn, -1)));

/** The latest legality review against the plenary that is arranged; 0 days while there is no plenary. */
export async function legalityFacts(
  reader: EntityManager,
  compilationId: string,
  calendar: WorkingCalendar,
  plenary: Pick<Meeting, 'startsAt'> | null,
): Promise<LegalityFacts> {
  const review = await latestProcedure(reader, compilationId, 'legalityReview');
  if (review === null) return { sentOn: null, conclusion: null, workingDaysBeforePlenary: 0 };
  const { sentOn, conclusion } = review;
  // Records of before the day of return was asked for lack it.
  const returnedOn = review.returnedOn ?? null;
  const workingDaysBeforePlenary =
    plenary === null ? 0 : reviewWorkingDays(calendar, sentOn, dateOf(plenary.startsAt));
  const workingDaysTaken = returnedOn === null ? null : calendar.workingDaysBetween(sentOn, returnedOn);
  return { sentOn, conclusion, workingDaysBeforePlenary, returnedOn, workingDaysTaken };
}
