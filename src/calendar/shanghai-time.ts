import assert from 'node:assert';
import { z } from 'zod';
import { type Instant } from '../platform/index.js';
import { addDays, type CalendarDate, isCalendarDate } from './calendar-date.js';

/** A wall-clock time in Shanghai as 'HH:mm', 00:00 to 23:59. */
export type TimeOfDay = `${number}:${number}`;

const TIME_OF_DAY = /^([01]\d|2[0-3]):[0-5]\d$/;
const STANDARD_OFFSET_MS = 8 * 60 * 60_000;

/** Summer time, kept from 1986, ended for good on 1991-09-15; before this instant the zone database is asked. */
const ALWAYS_STANDARD_SINCE = Date.UTC(1992, 0, 1);

const wallClock = new Intl.DateTimeFormat('en-US', {
  timeZone: 'Asia/Shanghai',
  calendar: 'gregory',
  numberingSystem: 'latn',
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
});

export const timeOfDaySchema = z.string().regex(TIME_OF_DAY, '时间应写作09:00的形式') as unknown as z.ZodType<
  TimeOfDay,
  string
>;

/** The day an instant falls on in Shanghai. */
export function dateOf(instant: Instant): CalendarDate {
  const date = wallClockIso(instant).slice(0, 10);
  assert(isCalendarDate(date), `instant outside the calendar: ${instant}`);
  return date;
}

/** The wall-clock time of an instant in Shanghai, seconds dropped. */
export function timeOfDay(instant: Instant): TimeOfDay {
  return wallClockIso(instant).slice(11, 16) as TimeOfDay;
}

/** 00:00 in Shanghai. */
export function startOfDay(date: CalendarDate): Instant {
  return atTime(date, '00:00');
}

/** 24:00 in Shanghai as the last millisecond of the day, so that it still falls on that day. */
export function endOfDay(date: CalendarDate): Instant {
  return startOfDay(addDays(date, 1)) - 1;
}

/** The instant of a wall-clock time; of one that the end of summer time repeated, the second. */
export function atTime(date: CalendarDate, time: TimeOfDay): Instant {
  assert(TIME_OF_DAY.test(time), `not a time of day: ${time}`);
  const wall = Date.parse(`${date}T${time}:00Z`);
  return wall - offsetMs(wall - STANDARD_OFFSET_MS);
}

function wallClockIso(instant: Instant): string {
  return new Date(instant + offsetMs(instant)).toISOString();
}

function offsetMs(instant: Instant): number {
  assert(Number.isSafeInteger(instant), `not an instant in milliseconds: ${instant}`);
  if (instant >= ALWAYS_STANDARD_SINCE) return STANDARD_OFFSET_MS;
  const part: Record<string, number> = {};
  for (const { type, value } of wallClock.formatToParts(instant)) part[type] = Number(value);
  const wall = Date.UTC(part.year!, part.month! - 1, part.day, part.hour, part.minute, part.second);
  return wall - Math.floor(instant / 1000) * 1000;
}
