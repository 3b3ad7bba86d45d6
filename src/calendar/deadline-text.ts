import { type Instant } from '../platform/index.js';
import { type CalendarDate, daysBetween } from './calendar-date.js';
import { isLate, workingDaysLeft } from './deadline.js';
import { formatDay, formatTime, formatWeekday } from './format.js';
import { dateOf } from './shanghai-time.js';
import { type WorkingCalendar } from './working-calendar.js';

/** A deadline as mails and tables print it, part by part; {@link formatDeadline} is the same in one sentence. */
export interface WordedDeadline {
  /** 7月25日（星期日）, with its year unless it is the reader's. */
  nominalText: string;
  /** 7月26日（星期一）24:00. */
  effectiveText: string;
  /** 还有3个工作日, 今天截止 or 已逾期3个工作日. */
  leftText: string;
  /** Whether the effective end lies on another day than the nominal one. */
  rolled: boolean;
}

export function wordDeadline(
  deadline: { nominal: CalendarDate; effective: Instant },
  now: Instant,
  calendar: WorkingCalendar,
): WordedDeadline {
  const { nominal, effective } = deadline;
  const day = dateOf(effective);
  return {
    nominalText: `${formatDay(nominal, now)}（${formatWeekday(nominal)}）`,
    effectiveText: `${formatDay(day, now)}（${formatWeekday(day)}）${formatTime(effective)}`,
    leftText: wordTimeLeft(now, effective, calendar),
    rolled: nominal !== day,
  };
}

/**
 * 还有3个工作日, 今天截止, 已逾期3个工作日; on a weekend before a Monday 还有1个工作日. In calendar days when a year
 * between has no holidays on file.
 */
export function wordTimeLeft(now: Instant, effective: Instant, calendar: WorkingCalendar): string {
  const left = workingDaysLeft(now, effective, calendar);
  const days = daysBetween(dateOf(now), dateOf(effective));
  const amount = left === null ? `${Math.abs(days)}日` : `${Math.abs(left)}个工作日`;
  if (isLate(now, effective)) return `已逾期${amount}`;
  return (left ?? days) === 0 ? '今天截止' : `还有${amount}`;
}
