import fc from 'fast-check';
import {
  addDays,
  type CalendarDate,
  calendarDate,
  calendarDateSchema,
  compareDates,
  datesFrom,
  daysBetween,
  InvalidDate,
  isCalendarDate,
  isWeekend,
  weekdayOf,
} from './index.js';

const anyDate = fc
  .date({ min: new Date('1960-01-01'), max: new Date('2180-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10) as CalendarDate);

describe('a calendar date', () => {
  it.each([
    '2021-02-29',
    '2021-13-01',
    '2021-7-25',
    '2021-07-32',
    '0021-07-25',
    '2021-07-25T00:00',
    '',
    '今天',
  ])('is refused when it is no day: %j', (text) => {
    expect(isCalendarDate(text)).toBe(false);
    expect(() => calendarDate(text)).toThrow(InvalidDate);
    expect(calendarDateSchema.safeParse(text).success).toBe(false);
  });

  it('tells the person how to write it', () => {
    const refusal = new InvalidDate('2021-7-25');
    expect(refusal).toMatchObject({ code: 'invalid-date', status: 400 });
    expect(refusal.userMessage).toBe('“2021-7-25”不是有效日期。请按“年-月-日”填写，例如2021-07-25。');
  });

  it('knows leap days', () => {
    expect(addDays(calendarDate('2024-02-28'), 1)).toBe('2024-02-29');
    expect(addDays(calendarDate('2021-03-01'), -1)).toBe('2021-02-28');
  });

  it('counts days back to where it came from', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -3000, max: 3000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
        expect(addDays(addDays(date, days), -days)).toBe(date);
        expect(Math.sign(compareDates(addDays(date, days), date))).toBe(Math.sign(days));
      }),
    );
  });

  it('leaving the years it covers is a fault of the program', () => {
    expect(() => addDays(calendarDate('2199-12-31'), 1)).toThrow('leaves the calendar');
    expect(() => addDays(calendarDate('1949-01-01'), -1)).toThrow('leaves the calendar');
    expect(() => addDays(calendarDate('2021-01-01'), 0.5)).toThrow('not a whole number');
  });

  it('numbers weekdays from Monday 1 to Sunday 7, seven days apart', () => {
    expect(weekdayOf(calendarDate('2021-07-26'))).toBe(1);
    expect(weekdayOf(calendarDate('2021-07-25'))).toBe(7);
    expect(weekdayOf(calendarDate('1949-10-01'))).toBe(6);
    fc.assert(fc.property(anyDate, (date) => weekdayOf(addDays(date, 7)) === weekdayOf(date)));
  });

  it('is on the weekend on Saturday and Sunday only', () => {
    const week = [...datesFrom(calendarDate('2021-07-19'), calendarDate('2021-07-25'))];
    expect(week.filter(isWeekend)).toEqual(['2021-07-24', '2021-07-25']);
  });

  it('ranges include both ends and are empty when reversed', () => {
    expect([...datesFrom(calendarDate('2021-12-31'), calendarDate('2022-01-01'))]).toHaveLength(2);
    expect([...datesFrom(calendarDate('2022-01-01'), calendarDate('2021-12-31'))]).toEqual([]);
  });
});
