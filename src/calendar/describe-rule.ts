import { type CalendarDate } from './calendar-date.js';
import { type DeadlineRule } from './deadline-rule.js';
import { formatDate, formatDateTime, formatMonthDay, formatWeekday } from './format.js';
import { formatPeriod } from './period.js';
import { type WorkingCalendar } from './working-calendar.js';

/** One Chinese sentence: how the days were counted, and what became of the last one. */
export function describeRule(
  rule: DeadlineRule,
  nominal: CalendarDate,
  effectiveDay: CalendarDate,
  calendar: WorkingCalendar,
): string {
  if (rule.kind === 'fixed') return `按指定时间${formatDateTime(rule.instant)}截止，不顺延`;
  return `${describeCount(rule)}；${describeEnd(nominal, effectiveDay, calendar)}`;
}

function describeCount(rule: Exclude<DeadlineRule, { kind: 'fixed' }>): string {
  switch (rule.kind) {
    case 'onOrBefore':
      return `截止日为${formatDate(rule.date)}，含当日`;
    case 'periodAfter': {
      const skipped = rule.period.unit === 'workingDays' ? '，只计工作日' : '';
      return `自${formatDate(rule.start)}的次日起算${formatPeriod(rule.period)}${skipped}（民法典第二百零一条）`;
    }
    case 'periodBefore':
      return `最迟在${formatDate(rule.event)}之前${formatPeriod(rule.period)}，${formatMonthDay(rule.event)}当日不计`;
  }
}

function describeEnd(nominal: CalendarDate, effectiveDay: CalendarDate, calendar: WorkingCalendar): string {
  if (nominal === effectiveDay) return '末日为工作日，当日24:00截止';
  const day = calendar.dayKind(nominal);
  const reason = day.kind === 'holiday' ? `${day.name}假期` : formatWeekday(nominal);
  return nominal < effectiveDay
    ? `末日为休息日（${reason}），顺延至其后第一个工作日（民法典第二百零三条）`
    : `该日为休息日（${reason}），提前至其前一个工作日，以保证期间不缩短`;
}
