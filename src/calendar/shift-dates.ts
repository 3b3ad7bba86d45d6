import { addDays, type CalendarDate, daysBetween } from './calendar-date.js';
import { type DeadlineRule } from './deadline-rule.js';
import { atTime, dateOf, timeOfDay } from './shanghai-time.js';

/**
 * Moves a timeline to a new first day. Every rule moves by the same number of whole calendar days, so the
 * calendar distances of the notice stay as they are; weekends and holidays met at the new place are left to
 * resolveDeadline, which rolls each deadline there. A fixed instant keeps its wall-clock time.
 */
export function shiftDates<Key extends string>(
  rules: Readonly<Record<Key, DeadlineRule>>,
  firstDay: CalendarDate,
  newFirstDay: CalendarDate,
): Record<Key, DeadlineRule> {
  const days = daysBetween(firstDay, newFirstDay);
  const entries = Object.entries<DeadlineRule>(rules).map(([key, rule]) => [key, shiftRule(rule, days)]);
  return Object.fromEntries(entries) as Record<Key, DeadlineRule>;
}

/** One rule moved by whole calendar days; negative moves it back. */
export function shiftRule(rule: DeadlineRule, days: number): DeadlineRule {
  switch (rule.kind) {
    case 'onOrBefore':
      return { ...rule, date: addDays(rule.date, days) };
    case 'periodAfter':
      return { ...rule, start: addDays(rule.start, days) };
    case 'periodBefore':
      return { ...rule, event: addDays(rule.event, days) };
    case 'fixed':
      return { ...rule, instant: shiftInstant(rule.instant, days) };
  }
}

function shiftInstant(instant: number, days: number): number {
  const date = dateOf(instant);
  const time = timeOfDay(instant);
  const withinMinute = instant - atTime(date, time);
  return atTime(addDays(date, days), time) + withinMinute;
}
