import { type Instant } from '../platform/index.js';
import { type CalendarDate, weekdayOf, yearOf } from './calendar-date.js';
import { dateOf, endOfDay, timeOfDay } from './shanghai-time.js';

const WEEKDAY_NAMES = ['一', '二', '三', '四', '五', '六', '日'];

/** 2021年7月26日, without zero padding (GB/T 9704-2012). */
export function formatDate(date: CalendarDate): string {
  return `${yearOf(date)}年${formatMonthDay(date)}`;
}

/** 7月26日 */
export function formatMonthDay(date: CalendarDate): string {
  return `${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;
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
 * 7月25日（星期日），顺延至7月26日（星期一）24:00. Years appear on request, and always when the two differ.
 */
export function formatDeadline(
  deadline: { nominal: CalendarDate; effective: Instant },
  options: { withYear?: boolean } = {},
): string {
  const { nominal, effective } = deadline;
  const effectiveDay = dateOf(effective);
  const yearsDiffer = yearOf(nominal) !== yearOf(effectiveDay);
  const withYear = options.withYear === true || yearsDiffer;
  const nominalText = `${withYear ? formatDate(nominal) : formatMonthDay(nominal)}（${formatWeekday(nominal)}）`;
  if (nominal === effectiveDay) return `${nominalText}${formatTime(effective)}`;
  const moved = nominal < effectiveDay ? '顺延至' : '提前至';
  const effectiveText = `${yearsDiffer ? formatDate(effectiveDay) : formatMonthDay(effectiveDay)}`;
  return `${nominalText}，${moved}${effectiveText}（${formatWeekday(effectiveDay)}）${formatTime(effective)}`;
}
