import { Injectable } from '@nestjs/common';
import {
  addDays,
  type CalendarDate,
  dateOf,
  formatDateWithWeekday,
  formatDay,
  timeOfDay,
  weekdayOf,
  type WorkingCalendar,
  yearOf,
} from '../../calendar/index.js';
import { Clock, type Instant } from '../../platform/index.js';
import { type PlannedReminder, PreviewRemindersQuery } from '../../reminders/index.js';
import { PlanCalendar } from '../frame/plan-calendar.js';
import { storyPath } from '../materials/register-fields.js';
import { pathWith } from '../words/form-fields.js';
import { pagerOf } from '../words/pager.js';
import { remindersPath, subNav } from './reminders-paths.js';

const pageSize = 50;

/** The mails that will go if nobody hands in before, by week and day, and the recipients of one day. */
@Injectable()
export class CalendarPage {
  constructor(
    private readonly previews: PreviewRemindersQuery,
    private readonly clock: Clock,
    private readonly plan: PlanCalendar,
  ) {}

  async view(compilationId: string): Promise<object> {
    const planned = await this.previews.execute(compilationId);
    const now = this.clock.now();
    const days = byDay(planned);
    const path = remindersPath(compilationId);
    const weeks = weeksOf([...days.keys()], now, await this.plan.load(), (date) => ({
      count: days.get(date)?.length ?? 0,
      href: `${path}/days/${date}`,
    }));
    return {
      nav: subNav(compilationId, 'calendar'),
      sentence: sentenceOf(planned, days, now),
      weeks,
      days: [...days].map(([date, lines]) => ({
        title: formatDateWithWeekday(date),
        count: lines.length,
        units: unitsIn(lines),
        rungs: rungsOf(lines),
        href: `${path}/days/${date}`,
      })),
    };
  }

  async day(compilationId: string, on: CalendarDate, page: number): Promise<object> {
    const lines = await this.previews.execute(compilationId, { on });
    const path = `${remindersPath(compilationId)}/days/${on}`;
    return {
      nav: subNav(compilationId, 'calendar'),
      title: formatDateWithWeekday(on),
      count: lines.length,
      units: unitsIn(lines),
      rungs: rungsOf(lines),
      rows: lines.slice((page - 1) * pageSize, page * pageSize).map((line) => ({
        time: timeOfDay(line.sendAt),
        rung: line.occurrence > 1 ? `${line.rungTitle}（第${line.occurrence}次）` : line.rungTitle,
        ...{ unitName: line.unitName, recipientName: line.recipientName, address: line.address },
        ...{ what: line.obligationTitle, deadlineText: line.deadlineText },
        href: storyPath(compilationId, line.obligationId),
      })),
      pager: pagerOf({ path, fields: {}, page, size: pageSize, total: lines.length }),
      back: remindersPath(compilationId),
      now: pathWith(path, {}),
    };
  }
}

export function byDay(planned: readonly PlannedReminder[]): Map<CalendarDate, PlannedReminder[]> {
  const days = new Map<CalendarDate, PlannedReminder[]>();
  for (const line of planned) {
    const date = dateOf(line.sendAt);
    const known = days.get(date);
    if (known === undefined) days.set(date, [line]);
    else known.push(line);
  }
  return days;
}

const unitsIn = (lines: readonly PlannedReminder[]): number =>
  new Set(lines.map(({ unitName }) => unitName)).size;

export function rungsOf(lines: readonly PlannedReminder[]): { title: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { rungTitle } of lines) counts.set(rungTitle, (counts.get(rungTitle) ?? 0) + 1);
  return [...counts].map(([title, count]) => ({ title, count }));
}

function sentenceOf(
  planned: readonly PlannedReminder[],
  days: Map<CalendarDate, PlannedReminder[]>,
  now: Instant,
): string {
  const [first] = days;
  if (first === undefined) return '目前没有将要发出的提醒。';
  const [date, lines] = first;
  return (
    `如各单位一直不报送，今后将发提醒${planned.length}封，分${days.size}日；` +
    `最近一日是${formatDay(date, now)}，${lines.length}封。`
  );
}

/** Weeks from Monday, from the current one to the last with a mail. */
function weeksOf(
  dates: readonly CalendarDate[],
  now: Instant,
  calendar: WorkingCalendar,
  cellOf: (date: CalendarDate) => { count: number; href: string },
) {
  const last = dates.at(-1);
  const today = dateOf(now);
  if (last === undefined) return [];
  const weeks = [];
  for (let monday = addDays(today, 1 - weekdayOf(today)); monday <= last; monday = addDays(monday, 7)) {
    const days = Array.from({ length: 7 }, (_, index) => addDays(monday, index)).map((date) => ({
      label: formatDay(date, now),
      today: date === today,
      free: calendar.hasYear(yearOf(date)) && !calendar.isWorkingDay(date),
      ...cellOf(date),
    }));
    weeks.push({
      title: `${formatDay(monday, now)}起`,
      total: days.reduce((sum, day) => sum + day.count, 0),
      days,
    });
  }
  return weeks;
}
