import assert from 'node:assert';
import { z } from 'zod';
import { InvalidDate } from './calendar.errors.js';

declare const brand: unique symbol;

/** A day in Shanghai as 'YYYY-MM-DD', from 1949 to 2199; dates sort as text. */
export type CalendarDate = string & { readonly [brand]: 'CalendarDate' };

/** ISO 8601: Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const MS_PER_DAY = 86_400_000;
const FIRST_DAY = '1949-01-01';
const LAST_DAY = '2199-12-31';

export function isCalendarDate(value: unknown): value is CalendarDate {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  if (value < FIRST_DAY || value > LAST_DAY) return false;
  const midnightUtc = Date.parse(`${value}T00:00:00Z`);
  // Engines read 02-30 as 03-02, so a day that exists must come back unchanged.
  return !Number.isNaN(midnightUtc) && fromEpochDay(midnightUtc / MS_PER_DAY) === value;
}

/** @throws InvalidDate when the text is no day of the calendar. */
export function calendarDate(text: string): CalendarDate {
  if (!isCalendarDate(text)) throw new InvalidDate(text);
  return text;
}

/** For DTOs and stored data; on the wire a plain string. */
export const calendarDateSchema = z
  .string()
  .refine(isCalendarDate, {
    // Checks of the object around it do arithmetic with the date, so they must not run on a wrong one.
    abort: true,
    error: (issue) => `“${String(issue.input)}”不是有效日期，应写作2021-07-25的形式`,
  })
  .meta({ format: 'date' }) as unknown as z.ZodType<CalendarDate, string>;

export function addDays(date: CalendarDate, days: number): CalendarDate {
  assert(Number.isInteger(days), `not a whole number of days: ${days}`);
  const result = fromEpochDay(toEpochDay(date) + days);
  assert(FIRST_DAY <= result && result <= LAST_DAY, `${date} plus ${days} days leaves the calendar`);
  return result as CalendarDate;
}

/** Calendar days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return toEpochDay(to) - toEpochDay(from);
}

/** Negative, zero or positive, for `Array.sort`. */
export function compareDates(a: CalendarDate, b: CalendarDate): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function weekdayOf(date: CalendarDate): Weekday {
  // 1970-01-05 was a Monday.
  const daysAfterMonday = (((toEpochDay(date) - 4) % 7) + 7) % 7;
  return (daysAfterMonday + 1) as Weekday;
}

export function isWeekend(date: CalendarDate): boolean {
  return weekdayOf(date) >= 6;
}

export function yearOf(date: CalendarDate): number {
  return Number(date.slice(0, 4));
}

/** Every day of the range in order, both ends included; empty when `to` is earlier. */
export function* datesFrom(from: CalendarDate, to: CalendarDate): Generator<CalendarDate> {
  for (let date = from; date <= to; date = addDays(date, 1)) yield date;
}

function toEpochDay(date: CalendarDate): number {
  return Date.parse(`${date}T00:00:00Z`) / MS_PER_DAY;
}

function fromEpochDay(epochDay: number): string {
  return new Date(epochDay * MS_PER_DAY).toISOString().slice(0, 10);
}
