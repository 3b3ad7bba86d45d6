import {
  addDays,
  type CalendarDate,
  dateOf,
  datesFrom,
  daysBetween,
  formatDateWithWeekday,
  formatPeriod,
  type Period,
  type WorkingCalendar,
  yearOf,
} from '../calendar/index.js';
import { type Instant } from '../platform/index.js';
import { type LeastPeriod, type PlannedTimeline } from '../../workflows/index.js';

/** A deadline as far as order and distance go. */
export interface DatedDeadline {
  key: string;
  title: string;
  nominal: CalendarDate;
  effectiveAt: Instant;
}

/** Two deadlines that do not go together. */
export interface Contradiction {
  keys: readonly [string, string];
  /** Names both deadlines and both dates. */
  sentence: string;
  /** False where the law only asks in general; then it is a warning. */
  blocking: boolean;
}

export interface TimelineTerms {
  timeline: PlannedTimeline;
  calendar: WorkingCalendar;
  decisionCatalogued: boolean;
  /** The day of the notice, if it is to be weighed too. */
  firstDay?: CalendarDate;
}

/**
 * What in a set of dates contradicts the order of the steps or the least periods between them. Deadlines that are
 * missing are passed over, so the rest can be judged; nothing here fails, whatever the dates are.
 */
export function findContradictions(
  deadlines: readonly DatedDeadline[],
  { timeline, calendar, decisionCatalogued, firstDay }: TimelineTerms,
): Contradiction[] {
  const byKey = new Map(deadlines.map((deadline) => [deadline.key, deadline]));
  const found = deadlines.flatMap((deadline) => beforeFirstDay(deadline, firstDay));
  for (const [before, after] of neighbours(timeline, byKey)) {
    if (dayOf(after) < dayOf(before)) found.push(reversed(before, after));
  }
  for (const [from, to] of timeline.onLaterDays) {
    const [before, after] = [byKey.get(from), byKey.get(to)];
    if (before && after && dayOf(before) === dayOf(after)) found.push(sameDay(before, after));
  }
  for (const least of timeline.leastPeriods) {
    const [before, after] = [byKey.get(least.from), byKey.get(least.to)];
    if (!before || !after || dayOf(after) <= dayOf(before)) continue;
    if (!lastsLongEnough(before, after, least.atLeast, calendar))
      found.push(tooShort(before, after, least, decisionCatalogued));
  }
  return found;
}

/** Keys that the plan must have and this set of dates lacks, by their titles. */
export const missingTitles = (
  { deadlines }: PlannedTimeline,
  present: readonly { key: string }[],
): string[] => {
  const keys = new Set(present.map(({ key }) => key));
  return Object.entries(deadlines).flatMap(([key, { title }]) => (keys.has(key) ? [] : [title]));
};

const dayOf = ({ effectiveAt }: DatedDeadline): CalendarDate => dateOf(effectiveAt);

/** Each deadline of a chain with the next of it that there is. */
function neighbours(
  { order }: PlannedTimeline,
  byKey: ReadonlyMap<string, DatedDeadline>,
): [DatedDeadline, DatedDeadline][] {
  return order.flatMap((chain) => {
    const present = chain.flatMap((key) => byKey.get(key) ?? []);
    return present.slice(1).map((after, index) => [present[index], after] as [DatedDeadline, DatedDeadline]);
  });
}

const named = (deadline: DatedDeadline): string =>
  `“${deadline.title}”${formatDateWithWeekday(dayOf(deadline))}`;

const reversed = (before: DatedDeadline, after: DatedDeadline): Contradiction => ({
  keys: [before.key, after.key],
  sentence: `${named(after)}早于${named(before)}；按编制程序应在其后，请调整其中一项的日期。`,
  blocking: true,
});

const beforeFirstDay = (deadline: DatedDeadline, firstDay = dayOf(deadline)): Contradiction[] =>
  dayOf(deadline) >= firstDay
    ? []
    : [
        {
          keys: [deadline.key, deadline.key],
          sentence: `${named(deadline)}早于首日${formatDateWithWeekday(firstDay)}；请调整期限或者首日。`,
          blocking: true,
        },
      ];

const sameDay = (before: DatedDeadline, after: DatedDeadline): Contradiction => ({
  keys: [before.key, after.key],
  sentence: `${named(after)}与${named(before)}在同一日；前者须在后者之后另一日，请调整其中一项的日期。`,
  blocking: true,
});

function tooShort(
  before: DatedDeadline,
  after: DatedDeadline,
  { atLeast, source, otherwise, onlyCatalogued }: LeastPeriod,
  decisionCatalogued: boolean,
): Contradiction {
  const remedy = otherwise === undefined ? '' : `，${otherwise}`;
  return {
    keys: [before.key, after.key],
    sentence: `${named(before)}至${named(after)}不足${formatPeriod(atLeast)}（${source}）；请调整其中一项的日期${remedy}。`,
    blocking: otherwise === undefined && (onlyCatalogued !== true || decisionCatalogued),
  };
}

/**
 * Counted from the earlier of nominal and effective day of the first: what is due on a Sunday may be done on it,
 * and what was rolled back is done by then. Over a year whose holidays are not on file nothing is said; that the
 * year is missing is said elsewhere.
 */
function lastsLongEnough(
  before: DatedDeadline,
  after: DatedDeadline,
  period: Period,
  calendar: WorkingCalendar,
): boolean {
  const start = before.nominal < dayOf(before) ? before.nominal : dayOf(before);
  const last = dayOf(after);
  if (period.unit === 'calendarDays')
    return daysBetween(start, last) >= period.count && worked(addDays(start, period.count), last, calendar);
  return !calendar.covers(start, last) || calendar.workingDaysBetween(start, last) >= period.count;
}

/** Whether a period whose last day is counted to `nominal` is over by `last` (民法典第二百零三条). */
function worked(nominal: CalendarDate, last: CalendarDate, calendar: WorkingCalendar): boolean {
  for (const day of datesFrom(nominal, last)) {
    if (!calendar.hasYear(yearOf(day)) || calendar.isWorkingDay(day)) return true;
  }
  return false;
}
