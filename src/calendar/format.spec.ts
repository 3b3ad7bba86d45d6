import {
  atTime,
  calendarDate,
  endOfDay,
  formatDate,
  formatDateTime,
  formatDateWithWeekday,
  formatDay,
  formatDeadline,
  formatMoment,
  formatMonth,
  startOfDay,
} from './index.js';

const sunday = calendarDate('2021-07-25');
const monday = calendarDate('2021-07-26');
const thatYear = atTime(monday, '09:00');

describe('dates as Chinese documents write them', () => {
  it('have no zero padding', () => {
    expect(formatDate(calendarDate('2021-09-01'))).toBe('2021年9月1日');
    expect(formatDateWithWeekday(monday)).toBe('2021年7月26日（星期一）');
    expect(formatDateWithWeekday(sunday)).toBe('2021年7月25日（星期日）');
  });

  it('show times in Shanghai, and the end of a day as 24:00', () => {
    expect(formatDateTime(Date.parse('2021-07-26T01:05:59Z'))).toBe('2021年7月26日 09:05');
    expect(formatDateTime(startOfDay(monday))).toBe('2021年7月26日 00:00');
    expect(formatDateTime(endOfDay(monday))).toBe('2021年7月26日 24:00');
  });
});

describe('a day in its short form', () => {
  it('leaves out the year only to whoever reads it in that year', () => {
    expect(formatDay(monday, thatYear)).toBe('7月26日');
    expect(formatDay(monday, atTime(calendarDate('2021-12-31'), '23:59'))).toBe('7月26日');
    expect(formatDay(monday, atTime(calendarDate('2022-01-01'), '00:00'))).toBe('2021年7月26日');
    expect(formatMoment(endOfDay(monday), thatYear)).toBe('7月26日 24:00');
    expect(formatMoment(endOfDay(monday), Date.parse('2026-11-29T09:00:00Z'))).toBe('2021年7月26日 24:00');
    expect(formatMonth(monday, Date.parse('2026-11-29T09:00:00Z'))).toBe('2021年7月');
  });
});

describe('the sentence of a deadline', () => {
  it('shows the nominal date and the day it rolls on to', () => {
    expect(formatDeadline({ nominal: sunday, effective: endOfDay(monday) }, thatYear)).toBe(
      '7月25日（星期日），顺延至7月26日（星期一）24:00',
    );
  });

  it('is one date when nothing moves', () => {
    expect(formatDeadline({ nominal: monday, effective: endOfDay(monday) }, thatYear)).toBe(
      '7月26日（星期一）24:00',
    );
    expect(formatDeadline({ nominal: monday, effective: atTime(monday, '17:00') }, thatYear)).toBe(
      '7月26日（星期一）17:00',
    );
  });

  it('says so when the day moved back', () => {
    const friday = endOfDay(calendarDate('2021-07-23'));
    expect(formatDeadline({ nominal: sunday, effective: friday }, thatYear)).toBe(
      '7月25日（星期日），提前至7月23日（星期五）24:00',
    );
  });

  it('names the year once to whoever reads it in another, and both years when they differ', () => {
    const deadline = { nominal: sunday, effective: endOfDay(monday) };
    for (const reader of ['anyone', atTime(calendarDate('2026-11-29'), '09:00')] as const) {
      expect(formatDeadline(deadline, reader)).toBe('2021年7月25日（星期日），顺延至7月26日（星期一）24:00');
    }
    const overNewYear = {
      nominal: calendarDate('2022-12-31'),
      effective: endOfDay(calendarDate('2023-01-03')),
    };
    expect(formatDeadline(overNewYear, atTime(calendarDate('2022-12-30'), '09:00'))).toBe(
      '2022年12月31日（星期六），顺延至2023年1月3日（星期二）24:00',
    );
  });
});
