import {
  calendarDate,
  daysBetween,
  formatDateTime,
  formatDate,
  isCalendarDate,
} from '../../calendar/index.js';
import { type Run } from '../../rehearsal/index.js';
import { areaPath } from '../frame/navigation.js';
import { planWord } from '../words/plan-words.js';

/** The year that is played. */
const firstDay = calendarDate('2021-06-25');
const lastDay = calendarDate('2021-12-30');
const linesShown = 12;

export const rehearsalPath = (compilationId: string): string => areaPath(compilationId, 'rehearsal');

const standings = {
  running: { kind: 'pending', shape: 'half', word: '进行中' },
  done: { kind: '', shape: 'done', word: '已完成' },
  failed: { kind: 'late', shape: 'block', word: '没有完成' },
} as const;

export function runLine(compilationId: string, { id, options, startedAt, state }: Run) {
  return {
    href: `${rehearsalPath(compilationId)}/${id}`,
    startedAt: formatDateTime(startedAt),
    seed: options.seed,
    units: options.units,
    opinions: options.opinions,
    lateUnit: options.lateUnit ?? '没有指定',
    standing: standings[state],
  };
}

/** How far the simulated year has come, and what happened last. */
export function progressOf({ progress, state }: Run) {
  const days = progress.map((line) => line.slice(0, 10)).filter(isCalendarDate);
  const today = days.at(-1) ?? firstDay;
  const all = daysBetween(firstDay, lastDay);
  const passed = state === 'done' ? all : Math.max(0, Math.min(all, daysBetween(firstDay, today)));
  return {
    all,
    passed,
    today: formatDate(today),
    count: progress.length,
    lines: progress.slice(-linesShown).reverse().map(progressLine),
  };
}

/** The command names steps as the machine does; a person reads their titles. */
function progressLine(line: string) {
  const day = line.slice(0, 10);
  if (!isCalendarDate(day)) return { day: '', text: line };
  const text = line
    .slice(10)
    .trim()
    .split(/( → | ✗ )/)
    .map((part) => planWord(part))
    .join('')
    .replace(' → ', '，到“')
    .replace(' ✗ ', '被挡下：');
  return { day: formatDate(day), text: text.includes('，到“') ? `${text}”` : text };
}
