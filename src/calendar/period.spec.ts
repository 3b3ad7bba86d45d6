import fc from 'fast-check';
import { seededCalendar } from '../../test/support/seeded-calendar.js';
import {
  addDays,
  calendarDate,
  calendarDays,
  formatPeriod,
  lastsAtLeast,
  periodEnd,
  periodSchema,
  workingDays,
} from './index.js';

const calendar = seededCalendar();
const end = (start: string, period: ReturnType<typeof calendarDays>): unknown =>
  periodEnd(calendarDate(start), period, calendar);

describe('a period of calendar days', () => {
  it('does not count its first day: 30 days opened on 2021-08-31 end on 09-30', () => {
    expect(end('2021-08-31', calendarDays(30))).toEqual({
      nominal: '2021-09-30',
      effectiveDay: '2021-09-30',
    });
  });

  it('ending on a holiday rolls to the first working day: opened on 09-01 it ends on 10-08', () => {
    expect(end('2021-09-01', calendarDays(30))).toEqual({
      nominal: '2021-10-01',
      effectiveDay: '2021-10-08',
    });
  });

  it('ending on a make-up Saturday does not roll, on an ordinary one it does', () => {
    expect(end('2021-09-09', calendarDays(30))).toMatchObject({ effectiveDay: '2021-10-09' });
    expect(end('2021-09-16', calendarDays(30))).toEqual({
      nominal: '2021-10-16',
      effectiveDay: '2021-10-18',
    });
  });
});

describe('a period of working days', () => {
  it('sent on Monday 09-27 for 7 working days ends on Tuesday 10-12, over the holiday', () => {
    expect(end('2021-09-27', workingDays(7))).toEqual({ nominal: '2021-10-12', effectiveDay: '2021-10-12' });
  });

  it('sent on 11-01 for 7 working days ends on 11-10', () => {
    expect(end('2021-11-01', workingDays(7))).toMatchObject({ effectiveDay: '2021-11-10' });
  });

  it('sent on a weekend counts from the next working day', () => {
    expect(end('2021-07-24', workingDays(1))).toMatchObject({ effectiveDay: '2021-07-26' });
  });
});

describe('any period', () => {
  const start = fc.integer({ min: 0, max: 300 }).map((days) => addDays(calendarDate('2021-01-01'), days));
  const period = fc.oneof(
    fc.integer({ min: 1, max: 60 }).map(calendarDays),
    fc.integer({ min: 1, max: 60 }).map(workingDays),
  );

  it('ends on a working day, never before its nominal day', () => {
    fc.assert(
      fc.property(start, period, (from, length) => {
        const { nominal, effectiveDay } = periodEnd(from, length, calendar);
        expect(calendar.isWorkingDay(effectiveDay)).toBe(true);
        expect(effectiveDay >= nominal).toBe(true);
        expect(calendar.firstWorkingDayFrom(nominal)).toBe(effectiveDay);
      }),
    );
  });

  it('is kept from its last day on and not a day sooner', () => {
    const from = calendarDate('2021-09-01');
    expect(lastsAtLeast(from, calendarDate('2021-10-08'), calendarDays(30), calendar)).toBe(true);
    expect(lastsAtLeast(from, calendarDate('2021-10-07'), calendarDays(30), calendar)).toBe(false);
    expect(
      lastsAtLeast(calendarDate('2021-11-01'), calendarDate('2021-11-09'), workingDays(7), calendar),
    ).toBe(false);
  });

  it('is a whole positive number with its unit', () => {
    expect(() => calendarDays(0)).toThrow();
    expect(() => workingDays(1.5)).toThrow();
    expect(periodSchema.safeParse({ unit: 'days', count: 30 }).success).toBe(false);
    expect([calendarDays(30), workingDays(7)].map(formatPeriod)).toEqual(['30日', '7个工作日']);
  });
});
