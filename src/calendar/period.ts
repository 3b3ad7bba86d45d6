import { z } from 'zod';
import { addDays, type CalendarDate } from './calendar-date.js';
import { type WorkingCalendar } from './working-calendar.js';

/** 30日 and 7个工作日 differ by law, so a length never travels without its unit. */
export const periodSchema = z.discriminatedUnion('unit', [
  z.strictObject({ unit: z.literal('calendarDays'), count: z.int().min(1).max(3660) }),
  z.strictObject({ unit: z.literal('workingDays'), count: z.int().min(1).max(2500) }),
]);
export type Period = z.infer<typeof periodSchema>;

export function calendarDays(count: number): Period {
  return periodSchema.parse({ unit: 'calendarDays', count });
}

export function workingDays(count: number): Period {
  return periodSchema.parse({ unit: 'workingDays', count });
}

/** The last day of a period as counted, and the day on which it legally ends. */
export interface PeriodEnd {
  nominal: CalendarDate;
  effectiveDay: CalendarDate;
}

/**
 * 民法典 art. 201: the first day is not counted, counting starts the day after. Art. 203: a last day that is a
 * 法定休假日 gives way to the first working day after it. Working-day periods end on a working day anyway.
 */
export function periodEnd(start: CalendarDate, period: Period, calendar: WorkingCalendar): PeriodEnd {
  if (period.unit === 'workingDays') {
    const last = calendar.addWorkingDays(start, period.count);
    return { nominal: last, effectiveDay: last };
  }
  const nominal = addDays(start, period.count);
  return { nominal, effectiveDay: calendar.firstWorkingDayFrom(nominal) };
}

/** Whether something begun on `start` and running to the end of `last` kept a minimum period (不少于). */
export function lastsAtLeast(
  start: CalendarDate,
  last: CalendarDate,
  period: Period,
  calendar: WorkingCalendar,
): boolean {
  return last >= periodEnd(start, period, calendar).effectiveDay;
}

/** 30日, 7个工作日 */
export function formatPeriod(period: Period): string {
  return period.unit === 'workingDays' ? `${period.count}个工作日` : `${period.count}日`;
}
