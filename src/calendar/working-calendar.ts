import assert from 'node:assert';
import { addDays, calendarDate, type CalendarDate, datesFrom, isWeekend, yearOf } from './calendar-date.js';
import { CalendarYearMissing } from './calendar.errors.js';
import { type HolidayYear } from './holiday-year.js';

/** What a day is by the State Council's notice; only `working` and `makeUpWorkday` are working days. */
export type DayKind =
  { kind: 'working' } | { kind: 'makeUpWorkday' } | { kind: 'weekend' } | { kind: 'holiday'; name: string };

/**
 * Working days (工作日) by the State Council's yearly notices: weekdays that are not off, plus make-up weekend
 * days. Every question that touches a year without a notice throws CalendarYearMissing, because a guessed
 * working day would make a guessed deadline.
 */
export class WorkingCalendar {
  private readonly years = new Set<number>();
  private readonly exceptions = new Map<CalendarDate, DayKind>();

  constructor(holidayYears: readonly HolidayYear[]) {
    for (const { year, off, makeUpWorkdays } of holidayYears) {
      assert(!this.years.has(year), `holidays of ${year} given twice`);
      this.years.add(year);
      for (const { from, to, name } of off) {
        for (const date of datesFrom(from, to)) this.exceptions.set(date, { kind: 'holiday', name });
      }
      for (const date of makeUpWorkdays) this.exceptions.set(date, { kind: 'makeUpWorkday' });
    }
  }

  hasYear(year: number): boolean {
    return this.years.has(year);
  }

  /** Whether every year from one date to the other, in either order, has its holidays on file. */
  covers(from: CalendarDate, to: CalendarDate): boolean {
    const [first, last] = [yearOf(from), yearOf(to)].sort((a, b) => a - b);
    for (let year = first; year <= last; year += 1) if (!this.years.has(year)) return false;
    return true;
  }

  dayKind(date: CalendarDate): DayKind {
    const year = yearOf(date);
    if (!this.years.has(year)) throw new CalendarYearMissing(year);
    return this.exceptions.get(date) ?? { kind: isWeekend(date) ? 'weekend' : 'working' };
  }

  isWorkingDay(date: CalendarDate): boolean {
    const { kind } = this.dayKind(date);
    return kind === 'working' || kind === 'makeUpWorkday';
  }

  /** 法定休假日 as 民法典 art. 203 uses it: a holiday, or a weekend day that is not worked. */
  isHoliday(date: CalendarDate): boolean {
    return !this.isWorkingDay(date);
  }

  /** The first working day after the date. */
  nextWorkingDay(date: CalendarDate): CalendarDate {
    return this.addWorkingDays(date, 1);
  }

  /** The date itself when it is a working day, else the next one. */
  firstWorkingDayFrom(date: CalendarDate): CalendarDate {
    return this.isWorkingDay(date) ? date : this.addWorkingDays(date, 1);
  }

  /** The date itself when it is a working day, else the one before. */
  lastWorkingDayUpTo(date: CalendarDate): CalendarDate {
    return this.isWorkingDay(date) ? date : this.addWorkingDays(date, -1);
  }

  /** The n-th working day after the date, or before it when n is negative; the date itself for 0. */
  addWorkingDays(date: CalendarDate, workingDays: number): CalendarDate {
    assert(Number.isInteger(workingDays), `not a whole number of working days: ${workingDays}`);
    const step = Math.sign(workingDays);
    let result = date;
    for (let left = Math.abs(workingDays); left > 0;) {
      result = addDays(result, step);
      if (this.isWorkingDay(result)) left -= 1;
    }
    return result;
  }

  /** Working days after `from` up to and including `to`; negative when `to` is earlier. */
  workingDaysBetween(from: CalendarDate, to: CalendarDate): number {
    if (to < from) return -this.workingDaysBetween(to, from) || 0;
    let count = 0;
    for (let date = from; date < to;) {
      date = addDays(date, 1);
      if (this.isWorkingDay(date)) count += 1;
    }
    return count;
  }

  /** `month` is 1 to 12. */
  workingDaysInMonth(year: number, month: number): number {
    const first = calendarDate(`${year}-${String(month).padStart(2, '0')}-01`);
    const inMonth = (date: CalendarDate): boolean => date.slice(0, 7) === first.slice(0, 7);
    return [...datesFrom(first, addDays(first, 30))].filter(
      (date) => inMonth(date) && this.isWorkingDay(date),
    ).length;
  }
}
