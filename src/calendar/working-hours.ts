import { z } from 'zod';
import { type Instant } from '../platform/index.js';
import { type CalendarDate } from './calendar-date.js';
import { atTime, dateOf, timeOfDaySchema } from './shanghai-time.js';
import { type WorkingCalendar } from './working-calendar.js';

/** Office hours in Shanghai, `to` not included. */
export const workingHoursSchema = z
  .strictObject({ from: timeOfDaySchema, to: timeOfDaySchema })
  .refine(({ from, to }) => from < to, '工作时间的结束应晚于开始');
export type WorkingHours = z.infer<typeof workingHoursSchema>;

/** The instant itself inside the hours of a working day, else the next start of working hours. */
export function nextWorkingInstant(
  instant: Instant,
  calendar: WorkingCalendar,
  hours: WorkingHours,
): Instant {
  const today = dateOf(instant);
  const opening = (date: CalendarDate): Instant => atTime(date, hours.from);
  if (!calendar.isWorkingDay(today)) return opening(calendar.nextWorkingDay(today));
  if (instant < opening(today)) return opening(today);
  if (instant < atTime(today, hours.to)) return instant;
  return opening(calendar.nextWorkingDay(today));
}
