import fc from 'fast-check';
import {
  addDays,
  atTime,
  calendarDate,
  dateOf,
  endOfDay,
  startOfDay,
  timeOfDay,
  timeOfDaySchema,
} from './index.js';

const iso = (instant: number): string => new Date(instant).toISOString();
const at = (text: string): number => Date.parse(text);

/** An independent reading of the zone database. */
function wallClock(instant: number): string {
  const zone = { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' } as const;
  return new Intl.DateTimeFormat('sv-SE', zone).format(instant);
}

describe('time in Shanghai', () => {
  it('a day runs from 16:00 UTC of the day before to the millisecond before the next 16:00 UTC', () => {
    expect(iso(startOfDay(calendarDate('2021-07-26')))).toBe('2021-07-25T16:00:00.000Z');
    expect(iso(endOfDay(calendarDate('2021-07-26')))).toBe('2021-07-26T15:59:59.999Z');
    expect(iso(atTime(calendarDate('2021-07-26'), '09:00'))).toBe('2021-07-26T01:00:00.000Z');
  });

  it('an instant belongs to the day it is in Shanghai, not in UTC', () => {
    expect(dateOf(at('2021-07-25T15:59:59.999Z'))).toBe('2021-07-25');
    expect(dateOf(at('2021-07-25T16:00:00.000Z'))).toBe('2021-07-26');
    expect(timeOfDay(at('2021-07-25T16:00:00.000Z'))).toBe('00:00');
  });

  it('follows summer time from 1986 to 1991', () => {
    expect(iso(startOfDay(calendarDate('1988-07-01')))).toBe('1988-06-30T15:00:00.000Z');
    expect(iso(endOfDay(calendarDate('1988-07-01')))).toBe('1988-07-01T14:59:59.999Z');
    expect(dateOf(at('1988-06-30T15:00:00Z'))).toBe('1988-07-01');
    expect(timeOfDay(at('1988-07-01T00:30:00Z'))).toBe('09:30');
    expect(iso(atTime(calendarDate('1988-12-01'), '09:00'))).toBe('1988-12-01T01:00:00.000Z');
  });

  it('days on which summer time began and ended are 23 and 25 hours long', () => {
    const hours = (date: string): number =>
      (endOfDay(calendarDate(date)) + 1 - startOfDay(calendarDate(date))) / 3_600_000;
    expect([hours('1986-05-04'), hours('1986-09-14'), hours('2021-05-04')]).toEqual([23, 25, 24]);
  });

  it('reads an hour that came twice as the second one', () => {
    expect(iso(atTime(calendarDate('1986-09-14'), '00:59'))).toBe('1986-09-13T15:59:00.000Z');
    expect(iso(atTime(calendarDate('1986-09-14'), '01:30'))).toBe('1986-09-13T17:30:00.000Z');
  });

  it('agrees with the zone database at any instant from 1950 to 2190', () => {
    const instants = fc.integer({ min: at('1950-01-02T00:00Z'), max: at('2190-12-30T00:00Z') });
    const summers = fc.integer({ min: at('1986-01-01T00:00Z'), max: at('1992-01-02T00:00Z') });
    fc.assert(
      fc.property(fc.oneof(instants, summers), (instant) => {
        expect(`${dateOf(instant)} ${timeOfDay(instant)}`).toBe(wallClock(instant));
      }),
    );
  });

  it('every instant of a day lies between its start and its end', () => {
    const instants = fc.integer({ min: at('1980-01-01T00:00Z'), max: at('2040-01-01T00:00Z') });
    fc.assert(
      fc.property(instants, (instant) => {
        const date = dateOf(instant);
        expect(startOfDay(date)).toBeLessThanOrEqual(instant);
        expect(endOfDay(date)).toBeGreaterThanOrEqual(instant);
        expect(startOfDay(addDays(date, 1))).toBe(endOfDay(date) + 1);
      }),
    );
  });

  it('refuses what is no time of day and no instant', () => {
    expect(() => atTime(calendarDate('2021-07-26'), '24:00')).toThrow('not a time of day');
    expect(() => dateOf(Number.NaN)).toThrow('not an instant');
    expect(timeOfDaySchema.safeParse('9:00').error?.issues[0]?.message).toBe('时间应写作09:00的形式');
  });
});
