import fc from 'fast-check';
import { seededCalendar, seededHolidayYears } from '../../test/support/seeded-calendar.js';
import { addDays, calendarDate, CalendarYearMissing, datesFrom, WorkingCalendar } from './index.js';

const calendar = seededCalendar();
const only2021 = new WorkingCalendar(seededHolidayYears().filter(({ year }) => year === 2021));
const anyDate = fc
  .integer({ min: 0, max: 2300 })
  .map((days) => addDays(calendarDate('2020-01-01'), days))
  .filter((date) => date < '2026-01-01' && date > '2020-12-31');
const anyWorkingDay = anyDate.filter((date) => calendar.isWorkingDay(date));
const upTo200 = fc.integer({ min: 1, max: 200 });

describe('working days of 2021 (国办发明电〔2020〕27号)', () => {
  it('are 250, counted month by month', () => {
    const months = Array.from({ length: 12 }, (_, index) => calendar.workingDaysInMonth(2021, index + 1));
    expect(months).toEqual([20, 17, 23, 22, 19, 21, 22, 22, 22, 17, 22, 23]);
    expect(calendar.workingDaysBetween(calendarDate('2020-12-31'), calendarDate('2021-12-31'))).toBe(250);
  });

  it('tells holidays by name, weekends, make-up workdays and plain working days apart', () => {
    expect(calendar.dayKind(calendarDate('2021-10-01'))).toEqual({ kind: 'holiday', name: '国庆节' });
    expect(calendar.dayKind(calendarDate('2021-10-02'))).toEqual({ kind: 'holiday', name: '国庆节' });
    expect(calendar.dayKind(calendarDate('2021-10-09'))).toEqual({ kind: 'makeUpWorkday' });
    expect(calendar.dayKind(calendarDate('2021-10-10'))).toEqual({ kind: 'weekend' });
    expect(calendar.dayKind(calendarDate('2021-10-11'))).toEqual({ kind: 'working' });
  });

  it('include the seven weekend days worked in exchange', () => {
    const year = datesFrom(calendarDate('2021-01-01'), calendarDate('2021-12-31'));
    expect([...year].filter((date) => calendar.dayKind(date).kind === 'makeUpWorkday')).toEqual(
      ['02-07', '02-20', '04-25', '05-08', '09-18', '09-26', '10-09'].map((day) => `2021-${day}`),
    );
  });

  it('between the signature of the notice and its nominal deadline are 20', () => {
    expect(calendar.workingDaysBetween(calendarDate('2021-06-25'), calendarDate('2021-07-25'))).toBe(20);
  });

  it('skip the National Day holiday and its weekends', () => {
    expect(calendar.nextWorkingDay(calendarDate('2021-09-30'))).toBe('2021-10-08');
    expect(calendar.firstWorkingDayFrom(calendarDate('2021-10-01'))).toBe('2021-10-08');
    expect(calendar.lastWorkingDayUpTo(calendarDate('2021-10-07'))).toBe('2021-09-30');
    expect(calendar.firstWorkingDayFrom(calendarDate('2021-10-09'))).toBe('2021-10-09');
    expect(calendar.lastWorkingDayUpTo(calendarDate('2021-10-09'))).toBe('2021-10-09');
  });
});

describe('counting working days', () => {
  it('forward and back again returns to the same working day', () => {
    fc.assert(
      fc.property(anyWorkingDay, upTo200, (date, days) => {
        expect(calendar.addWorkingDays(calendar.addWorkingDays(date, days), -days)).toBe(date);
      }),
    );
  });

  it('the distance to the n-th working day after any date is n', () => {
    fc.assert(
      fc.property(anyDate, upTo200, (date, days) => {
        expect(calendar.workingDaysBetween(date, calendar.addWorkingDays(date, days))).toBe(days);
      }),
    );
  });

  it('adds up over any day in between and changes sign when reversed', () => {
    fc.assert(
      fc.property(anyDate, anyDate, anyDate, (a, b, c) => {
        const between = (from: typeof a, to: typeof a): number => calendar.workingDaysBetween(from, to);
        expect(between(a, b) + between(b, c)).toBe(between(a, c));
        expect(between(a, b) + between(b, a)).toBe(0);
      }),
    );
  });

  it('is plain 0 over a weekend, in either direction', () => {
    expect(calendar.workingDaysBetween(calendarDate('2021-07-23'), calendarDate('2021-07-25'))).toBe(0);
    expect(calendar.workingDaysBetween(calendarDate('2021-07-25'), calendarDate('2021-07-23'))).toBe(0);
  });

  it('always lands on a working day, and 0 leaves the date alone', () => {
    fc.assert(
      fc.property(anyDate, upTo200, (date, days) => {
        expect(calendar.isWorkingDay(calendar.addWorkingDays(date, days))).toBe(true);
        expect(calendar.isHoliday(calendar.addWorkingDays(date, -days))).toBe(false);
        expect(calendar.addWorkingDays(date, 0)).toBe(date);
      }),
    );
  });
});

describe('a year whose notice is not entered', () => {
  it('is said, with what to do, and never guessed', () => {
    const ask = (): unknown => only2021.addWorkingDays(calendarDate('2021-12-31'), 1);
    expect(ask).toThrow(CalendarYearMissing);
    expect(new CalendarYearMissing(2022)).toMatchObject({
      code: 'calendar-year-missing',
      year: 2022,
      status: 422,
    });
    expect(new CalendarYearMissing(2022).userMessage).toBe(
      '尚未录入2022年的节假日安排，无法计算工作日。请先在“设置—节假日”录入《国务院办公厅关于2022年部分节假日安排的通知》中的放假日期和调休上班日期，再重试。',
    );
    expect([only2021.hasYear(2021), only2021.hasYear(2022)]).toEqual([true, false]);
  });

  it('stops a count that passes through it, even over an ordinary weekday', () => {
    expect(() => only2021.dayKind(calendarDate('2022-03-02'))).toThrow(CalendarYearMissing);
    expect(() => only2021.workingDaysBetween(calendarDate('2020-12-30'), calendarDate('2021-01-10'))).toThrow(
      CalendarYearMissing,
    );
  });

  it('given twice is a fault of the program', () => {
    const [first] = seededHolidayYears();
    expect(() => new WorkingCalendar([first!, first!])).toThrow('given twice');
  });
});
