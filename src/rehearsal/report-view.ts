import {
  addDays,
  type CalendarDate,
  calendarDate,
  dateOf,
  daysBetween,
  formatDateTime,
  formatDate,
  formatDeadline,
  type WorkingCalendar,
} from '../calendar/index.js';
import { type DeadlineView } from '../compilation/index.js';
import { type Refused } from './stage.js';
import { type Course, slackOf } from './steps.js';

/** Pixels of one day in the picture. */
const dayWidth = 5;
const left = 150;
const top = 44;
const rowHeight = 22;

export interface ReportSource {
  title: string;
  documentNumber: string;
  seed: number;
  firstDay: CalendarDate;
  calendar: WorkingCalendar;
  deadlines: DeadlineView[];
  course: Course;
  stepTitles: Record<string, string>;
  stateTitles: Record<string, string>;
  mailsByDay: { date: CalendarDate; count: number; kinds: { title: string; count: number }[] }[];
  mailsByTemplate: { template: string; title: string; count: number }[];
  refusals: Refused[];
  facts: { label: string; value: string }[];
}

/** Everything the report's template prints, ready to print: the template computes nothing. */
export function reportView(source: ReportSource): object {
  const { steps } = source.course;
  const lastDay = dateOf(steps[steps.length - 1].at);
  const rows = source.deadlines.map((deadline, index) => slackRow(deadline, index, source));
  return {
    title: source.title,
    documentNumber: source.documentNumber,
    seed: source.seed,
    facts: source.facts,
    picture: picture(source, lastDay, rows),
    rows,
    steps: steps.map((step) => ({
      at: formatDateTime(step.at),
      title: source.stepTitles[step.event] ?? step.event,
      event: step.event,
      state: source.stateTitles[step.state] ?? step.state,
      path: step.state,
      draftVersion: step.draftVersion ?? '—',
    })),
    refusals: source.refusals.map((refused) => ({
      at: formatDateTime(refused.at),
      title: source.stepTitles[refused.event] ?? refused.event,
      sentences: refused.sentences,
    })),
    mailsByTemplate: source.mailsByTemplate,
    mails: source.mailsByDay.map(({ date, count, kinds }) => ({
      date: formatDate(date),
      count,
      kinds: kinds.map(({ title, count: some }) => `${title}${some}封`).join('、'),
    })),
  };
}

/** The day on which what a deadline asks for was done, and what was left of the time. */
function slackRow(deadline: DeadlineView, index: number, source: ReportSource) {
  const { done, slack } = slackOf(source.course, deadline, source.calendar);
  const effectiveDay = dateOf(Date.parse(deadline.effective));
  const x = (date: CalendarDate) => left + daysBetween(source.firstDay, date) * dayWidth;
  return {
    title: deadline.title,
    text: formatDeadline({ nominal: deadline.nominal, effective: Date.parse(deadline.effective) }, 'anyone'),
    rule: deadline.rule,
    done: done === null ? '未办理' : formatDate(done),
    slack: slack === null ? '—' : String(slack),
    late: slack !== null && slack < 0,
    y: top + 20 + index * rowHeight,
    textY: top + 20 + index * rowHeight + 4,
    nominalX: x(deadline.nominal) + dayWidth / 2,
    effectiveX: x(effectiveDay) + dayWidth / 2,
    doneX: done === null ? 0 : x(done) + dayWidth / 2,
    isDone: done !== null,
    slackX: done === null ? 0 : Math.min(x(done), x(effectiveDay)) + dayWidth / 2,
    slackWidth: done === null ? 0 : Math.abs(daysBetween(done, effectiveDay)) * dayWidth,
  };
}

function picture(source: ReportSource, lastDay: CalendarDate, rows: unknown[]) {
  const ends = source.deadlines.map((deadline) => dateOf(Date.parse(deadline.effective)));
  const end = [...ends, lastDay].reduce((a, b) => (a > b ? a : b));
  const days = daysBetween(source.firstDay, end) + 4;
  const most = Math.max(1, ...source.mailsByDay.map((day) => day.count));
  const bottom = top + 20 + rows.length * rowHeight;
  const cells = Array.from({ length: days }, (_, index) => dayCell(source, index));
  return {
    width: left + days * dayWidth + 16,
    height: bottom + 92,
    top,
    bottom,
    left,
    months: cells.filter((cell) => cell.first).map(({ x, label }) => ({ x, label })),
    cells: cells.map(({ x, kind }) => ({ x, kind })),
    bars: source.mailsByDay.map(({ date, count }) => {
      const height = Math.max(1, Math.round((count / most) * 60));
      return {
        x: left + daysBetween(source.firstDay, date) * dayWidth,
        y: bottom + 76 - height,
        height,
        count,
      };
    }),
    barsLabelY: bottom + 72,
  };
}

function dayCell(source: ReportSource, index: number) {
  const date = addDays(source.firstDay, index);
  const first = index === 0 || date.endsWith('-01');
  return {
    x: left + index * dayWidth,
    kind: dayKind(source.calendar, date),
    first,
    label: `${index === 0 || date.slice(5, 7) === '01' ? `${date.slice(0, 4)}年` : ''}${Number(date.slice(5, 7))}月`,
  };
}

/** A year whose holidays are not entered is drawn plain; the gate names it. */
function dayKind(calendar: WorkingCalendar, date: CalendarDate): string {
  return calendar.hasYear(Number(date.slice(0, 4))) ? calendar.dayKind(calendarDate(date)).kind : 'unknown';
}
