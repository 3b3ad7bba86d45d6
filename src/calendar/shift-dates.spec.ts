import { seededCalendar } from '../../test/support/seeded-calendar.js';
import {
  atTime,
  calendarDate,
  calendarDays,
  type DeadlineRule,
  formatDeadline,
  resolveDeadline,
  shiftDates,
  shiftRule,
  workingDays,
} from './index.js';

const day = calendarDate;
const timeline: Record<'materials' | 'consultation' | 'sheets' | 'meeting', DeadlineRule> = {
  materials: { kind: 'onOrBefore', date: day('2021-07-25') },
  consultation: { kind: 'periodAfter', start: day('2021-08-31'), period: calendarDays(30) },
  sheets: { kind: 'periodBefore', event: day('2021-11-10'), period: workingDays(7) },
  meeting: { kind: 'fixed', instant: atTime(day('2021-11-10'), '14:00') + 1234 },
};

describe('a timeline moved to a new first day', () => {
  it('moves every rule by the same number of calendar days', () => {
    expect(shiftDates(timeline, day('2021-06-25'), day('2022-06-27'))).toEqual({
      materials: { kind: 'onOrBefore', date: '2022-07-27' },
      consultation: { kind: 'periodAfter', start: '2022-09-02', period: calendarDays(30) },
      sheets: { kind: 'periodBefore', event: '2022-11-12', period: workingDays(7) },
      meeting: { kind: 'fixed', instant: atTime(day('2022-11-12'), '14:00') + 1234 },
    });
  });

  it('rolls where it lands and not where it came from', () => {
    const { materials } = shiftDates(timeline, day('2021-06-25'), day('2021-06-30'));
    const deadline = resolveDeadline(materials, seededCalendar());
    expect(formatDeadline(deadline, deadline.effective)).toBe('7月30日（星期五）24:00');
  });

  it('moved forth and back is what it was', () => {
    for (const rule of Object.values(timeline)) expect(shiftRule(shiftRule(rule, 400), -400)).toEqual(rule);
  });
});
