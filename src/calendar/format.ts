import { type Instant } from '../platform/index.js';
import { type CalendarDate, weekdayOf, yearOf } from './calendar-date.js';
import { dateOf, endOfDay, timeOfDay } from './shanghai-time.js';

const WEEKDAY_NAMES = ['一', '二', '三', '四', '五', '六', '日'];

/** 2021年7月26日, without zero padding (GB/T 9704-2012). */
export function formatDate(date: CalendarDate): string {
  return `${yearOf(date)}年${formatMonthDay(date)}`;
}

/** 7月26日; for the second mention of a day whose year was just said. Everything else asks {@link formatDay}. */
export function formatMonthDay(date: CalendarDate): string {
  return `${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;
}

/**
 * The one short form of a day: 7月26日 to whoever reads it in that year, 2021年7月26日 to everyone else. A day
 * without its year is taken for one of this year.
 */
export function formatDay(date: CalendarDate, now: Instant): string {
  return yearOf(date) === yearOf(dateOf(now)) ? formatMonthDay(date) : formatDate(date);
}

/** 7月26日 09:00, or with its year as {@link formatDay} has it. */
export function formatMoment(instant: Instant, now: Instant): string {
  return `${formatDay(dateOf(instant), now)} ${formatTime(instant)}`;
}

/** 7月, or 2021年7月 to whoever reads it in another year. */
export function formatMonth(date: CalendarDate, now: Instant): string {
  const month = `${Number(date.slice(5, 7))}月`;
  return yearOf(date) === yearOf(dateOf(now)) ? month : `${yearOf(date)}年${month}`;
}

/** 星期一 */
export function formatWeekday(date: CalendarDate): string {
  return `星期${WEEKDAY_NAMES[weekdayOf(date) - 1]}`;
}

/** 2021年7月26日（星期一） */
export function formatDateWithWeekday(date: CalendarDate): string {
  return `${formatDate(date)}（${formatWeekday(date)}）`;
}

/** 09:00 in Shanghai; the last instant of a day reads 24:00, as deadlines are written. */
export function formatTime(instant: Instant): string {
  return instant === endOfDay(dateOf(instant)) ? '24:00' : timeOfDay(instant);
}

/** 2021年7月26日 09:00 */
export function formatDateTime(instant: Instant): string {
  return `${formatDate(dateOf(instant))} ${formatTime(instant)}`;
}

/**
 * The one sentence that shows a deadline on every page, in every mail and table:
 * 7月25日（星期日），顺延至7月26日（星期一）24:00. Years appear as {@link formatDay} has them; always for
 * `'anyone'`, whose year is not known, and when the two days differ in it.
 */
export function formatDeadline(
  { nominal, effective }: { nominal: CalendarDate; effective: Instant },
  reader: Instant | 'anyone',
): string {
  const effectiveDay = dateOf(effective);
  const yearsDiffer = yearOf(nominal) !== yearOf(effectiveDay);
  const short = reader !== 'anyone' && !yearsDiffer;
  const nominalText = `${short ? formatDay(nominal, reader) : formatDate(nominal)}（${formatWeekday(nominal)}）`;
  if (nominal === effectiveDay) return `${nominalText}${formatTime(effective)}`;
  const moved = nominal < effectiveDay ? '顺延至' : '提前至';
  const effectiveText = `${yearsDiffer ? formatDate(effectiveDay) : formatMonthDay(effectiveDay)}`;
  return `${nominalText}，${moved}${effectiveText}（${formatWeekday(effectiveDay)}）${formatTime(effective)}`;
}
