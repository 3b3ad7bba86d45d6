import { seededCalendar } from '../../test/support/seeded-calendar.js';
import {
  atTime,
  calendarDate,
  formatDateTime,
  nextWorkingInstant,
  type TimeOfDay,
  workingHoursSchema,
} from './index.js';

const calendar = seededCalendar();
const hours = { from: '09:00', to: '17:30' } as const;
const next = (date: string, time: TimeOfDay): string =>
  formatDateTime(nextWorkingInstant(atTime(calendarDate(date), time), calendar, hours));

describe('the next instant in working hours', () => {
  it('is the instant itself from opening until just before closing', () => {
    expect(next('2021-07-26', '09:00')).toBe('2021年7月26日 09:00');
    expect(next('2021-07-26', '17:29')).toBe('2021年7月26日 17:29');
  });

  it('is the same morning before opening, the next working morning from closing on', () => {
    expect(next('2021-07-26', '08:59')).toBe('2021年7月26日 09:00');
    expect(next('2021-07-26', '17:30')).toBe('2021年7月27日 09:00');
    expect(next('2021-07-23', '20:00')).toBe('2021年7月26日 09:00');
  });

  it('passes over weekends and holidays, but not over make-up workdays', () => {
    expect(next('2021-07-25', '10:00')).toBe('2021年7月26日 09:00');
    expect(next('2021-10-01', '10:00')).toBe('2021年10月8日 09:00');
    expect(next('2021-10-09', '10:00')).toBe('2021年10月9日 10:00');
  });

  it('needs hours that end after they begin', () => {
    expect(workingHoursSchema.safeParse(hours).success).toBe(true);
    expect(workingHoursSchema.safeParse({ from: '17:30', to: '09:00' }).error?.issues[0]?.message).toBe(
      '工作时间的结束应晚于开始',
    );
  });
});
