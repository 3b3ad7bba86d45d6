import {
  addDays,
  type CalendarDate,
  dateOf,
  daysBetween,
  formatMonth,
  startOfDay,
  type WorkingCalendar,
  yearOf,
} from '../../calendar/index.js';
import { type DeadlineView } from '../../compilation/index.js';

/** Pixels. */
const day = 5;
const labels = 190;
const rowHeight = 22;
const top = 44;

/** The plan's days with today, and each deadline's nominal day and effective instant. */
export function timelineView(
  deadlines: readonly DeadlineView[],
  today: CalendarDate,
  calendar: WorkingCalendar,
) {
  const ends = deadlines.map((line) => dateOf(Date.parse(line.effective)));
  const days = [...deadlines.map((line) => line.nominal), ...ends, today].sort();
  const first = monthBegin(days[0]);
  const count = daysBetween(first, days[days.length - 1]) + 6;
  const x = (date: CalendarDate) => labels + daysBetween(first, date) * day;
  const cells = Array.from({ length: count }, (_, index) => cell(addDays(first, index), x, calendar));
  const rows = deadlines.map((line, index) => row(line, index, x, today));
  return {
    width: labels + count * day + 8,
    height: top + 16 + rows.length * rowHeight,
    left: labels,
    today: { x: x(today), label: '今天' },
    months: cells
      .filter(({ date }) => date.endsWith('-01'))
      .map(({ date, x: at }) => ({ x: at, label: formatMonth(date, startOfDay(today)) })),
    cells: cells.map(({ x: at, kind }) => ({ x: at, kind })),
    rows,
  };
}

const monthBegin = (date: CalendarDate): CalendarDate => addDays(date, 1 - Number(date.slice(8)));

function cell(date: CalendarDate, x: (date: CalendarDate) => number, calendar: WorkingCalendar) {
  return { date, x: x(date), kind: calendar.hasYear(yearOf(date)) ? calendar.dayKind(date).kind : 'unknown' };
}

function row(line: DeadlineView, index: number, x: (date: CalendarDate) => number, today: CalendarDate) {
  const y = top + 14 + index * rowHeight;
  const end = dateOf(Date.parse(line.effective));
  const late = line.late;
  const from = x(today < end ? today : end);
  return {
    title: line.title,
    y,
    textY: y + 4,
    nominal: diamond(x(line.nominal) + 2, y),
    effective: diamond(x(end) + 2, y),
    moved: line.nominal !== end,
    waitX: from,
    waitWidth: late ? 0 : Math.max(0, x(end) - from),
    waitY: y - 3,
  };
}

const diamond = (x: number, y: number): string => `${x},${y - 5} ${x + 5},${y} ${x},${y + 5} ${x - 5},${y}`;

/** What is left of each deadline, in words. */
export const leftOf = ({ late, workingDaysLeft, leftText }: DeadlineView): string => {
  if (late) return '已过';
  if (workingDaysLeft === null) return leftText.replace('还有', '');
  return workingDaysLeft === 0 ? '今天' : `${workingDaysLeft}个工作日`;
};
