import { type Instant, Refusal } from '../platform/index.js';
import { type CalendarDate } from './calendar-date.js';
import { formatDate } from './format.js';
import { dateOf } from './shanghai-time.js';

/** A day on which something is said to have happened, and what it is called. */
export interface HappenedOn {
  title: string;
  on: CalendarDate;
}

/** A day was typed that cannot be: still to come, or before what must have come first. */
export class DayContradicts extends Refusal {
  constructor(sentence: string) {
    super('day-contradicts', sentence, 409);
  }
}

/**
 * Checks days typed about things that are over: none lies ahead, and each is no earlier than the one before it in the
 * list. What is not known (null) is passed over.
 * @throws DayContradicts
 */
export function checkHappened(days: readonly (HappenedOn | null)[], now: Instant): void {
  let before: HappenedOn | null = null;
  for (const day of days) {
    if (day === null) continue;
    if (day.on > dateOf(now))
      throw new DayContradicts(`${day.title}${formatDate(day.on)}还没有到；请在办理之后登记，填写实际日期。`);
    if (before !== null && day.on < before.on) {
      throw new DayContradicts(
        `${day.title}${formatDate(day.on)}早于${before.title}${formatDate(before.on)}；请核对后填写实际日期。`,
      );
    }
    before = day;
  }
}
