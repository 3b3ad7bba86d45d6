import { type Instant } from '../platform/index.js';
import { addDays, type CalendarDate } from './calendar-date.js';
import { type DeadlineRule } from './deadline-rule.js';
import { describeRule } from './describe-rule.js';
import { periodEnd } from './period.js';
import { dateOf, endOfDay } from './shanghai-time.js';
import { type WorkingCalendar } from './working-calendar.js';

/** `nominal`: the date as counted; `effective`: nobody is late up to it; `rule`: why, in Chinese. */
export interface ResolvedDeadline {
  nominal: CalendarDate;
  effective: Instant;
  rule: string;
}

/** @throws CalendarYearMissing when a year it must look at has no holidays entered. */
export function resolveDeadline(rule: DeadlineRule, calendar: WorkingCalendar): ResolvedDeadline {
  if (rule.kind === 'fixed') {
    const nominal = dateOf(rule.instant);
    return { nominal, effective: rule.instant, rule: describeRule(rule, nominal, nominal, calendar) };
  }
  const { nominal, effectiveDay } = resolveDays(rule, calendar);
  return {
    nominal,
    effective: endOfDay(effectiveDay),
    rule: describeRule(rule, nominal, effectiveDay, calendar),
  };
}

function resolveDays(rule: Exclude<DeadlineRule, { kind: 'fixed' }>, calendar: WorkingCalendar) {
  switch (rule.kind) {
    case 'onOrBefore':
      return { nominal: rule.date, effectiveDay: calendar.firstWorkingDayFrom(rule.date) };
    case 'periodAfter':
      return periodEnd(rule.start, rule.period, calendar);
    case 'periodBefore': {
      const nominal =
        rule.period.unit === 'workingDays'
          ? calendar.addWorkingDays(rule.event, -rule.period.count)
          : addDays(rule.event, -rule.period.count);
      return { nominal, effectiveDay: calendar.lastWorkingDayUpTo(nominal) };
    }
  }
}

/** Nobody is late before the effective instant has passed. */
export function isLate(now: Instant, effective: Instant): boolean {
  return now > effective;
}

/**
 * Working days left, today not counted: 0 on the effective day. Once late it is negative, and −1 already on
 * the weekend after a Friday deadline, so that late never reads as “0 left”. Null when a year between has no
 * holidays on file: nothing that is read may fail for that, and no number is guessed.
 */
export function workingDaysLeft(now: Instant, effective: Instant, calendar: WorkingCalendar): number | null {
  const [from, to] = [dateOf(now), dateOf(effective)];
  if (!calendar.covers(from, to)) return null;
  const left = calendar.workingDaysBetween(from, to);
  return isLate(now, effective) ? Math.min(left, -1) : left;
}
