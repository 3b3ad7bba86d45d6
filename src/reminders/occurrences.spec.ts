import fc from 'fast-check';
import { seededCalendar } from '../../test/support/seeded-calendar.js';
import { dateOf, endOfDay, calendarDate, timeOfDay } from '../calendar/index.js';
import { defaultLadder } from './ladder.js';
import { occurrencesUpTo } from './occurrences.js';

const calendar = seededCalendar();
const instant = (iso: string) => Date.parse(iso);
const dated = (effectiveDay: string) => ({
  issuedAt: instant('2021-06-25T10:12:00+08:00'),
  effectiveAt: endOfDay(calendarDate(effectiveDay)),
});
const days = (effectiveDay: string, until: string) =>
  occurrencesUpTo(endOfDay(calendarDate(until)), defaultLadder, dated(effectiveDay), calendar).map(
    ({ rung, number, dueAt }) => `${rung.key} ${number} ${dateOf(dueAt)}`,
  );

describe('the turns of a ladder', () => {
  it('fall on working days around the effective day, with the weekend left out', () => {
    expect(days('2021-07-26', '2021-08-12')).toEqual([
      'notice 1 2021-06-25',
      'before-10 1 2021-07-12',
      'before-5 1 2021-07-19',
      'before-3 1 2021-07-21',
      'before-1 1 2021-07-23',
      'due-day 1 2021-07-26',
      'after-1 1 2021-07-27',
      'after-3 1 2021-07-29',
      'weekly 1 2021-08-05',
      'weekly 2 2021-08-12',
    ]);
  });

  it('skip holidays and use make-up workdays (中秋节2021: 9月18日上班, 19日至21日放假)', () => {
    const around = days('2021-09-22', '2021-09-23').slice(-4);
    expect(around).toEqual([
      'before-3 1 2021-09-16',
      'before-1 1 2021-09-18',
      'due-day 1 2021-09-22',
      'after-1 1 2021-09-23',
    ]);
  });

  it('begin with working hours, and the notice at the instant of issue', () => {
    const [notice, ...others] = occurrencesUpTo(
      instant('2021-08-12T12:00:00+08:00'),
      defaultLadder,
      dated('2021-07-26'),
      calendar,
    );
    expect(notice.dueAt).toBe(dated('2021-07-26').issuedAt);
    expect(new Set(others.map(({ dueAt }) => timeOfDay(dueAt)))).toEqual(new Set(['09:00']));
  });

  it('come on the working day before when a deadline was fixed to a day off', () => {
    expect(days('2021-07-25', '2021-07-26').slice(-2)).toEqual([
      'due-day 1 2021-07-23',
      'after-1 1 2021-07-26',
    ]);
  });

  it('need no holidays of a year that has not begun', () => {
    expect(days('2026-12-15', '2026-12-31').at(-1)).toBe('weekly 1 2026-12-25');
  });

  it('never decrease as time goes on, and never fall outside working days', () => {
    const offsets = fc.integer({ min: 0, max: 400 });
    fc.assert(
      fc.property(offsets, offsets, (first, second) => {
        const at = (n: number) => instant('2021-06-25T12:00:00+08:00') + n * 86_400_000;
        const [early, late] = [Math.min(first, second), Math.max(first, second)];
        const upTo = (n: number) => occurrencesUpTo(at(n), defaultLadder, dated('2021-07-26'), calendar);
        expect(upTo(late).slice(0, upTo(early).length)).toEqual(upTo(early));
        expect(upTo(late).every(({ dueAt }) => calendar.isWorkingDay(dateOf(dueAt)))).toBe(true);
      }),
    );
  });
});
