import { seededCalendar } from '../../test/support/seeded-calendar.js';
import {
  atTime,
  calendarDate,
  calendarDays,
  type DeadlineRule,
  deadlineRuleSchema,
  endOfDay,
  formatDateTime,
  isLate,
  resolveDeadline,
  startOfDay,
  workingDays,
  workingDaysLeft,
} from './index.js';

const calendar = seededCalendar();
const day = calendarDate;
const resolve = (rule: DeadlineRule) => resolveDeadline(rule, calendar);

describe('the deadline of the notice, 7月25日前', () => {
  const deadline = resolve({ kind: 'onOrBefore', date: day('2021-07-25') });

  it('is nominally that Sunday and ends with Monday', () => {
    expect(deadline.nominal).toBe('2021-07-25');
    expect(new Date(deadline.effective).toISOString()).toBe('2021-07-26T15:59:59.999Z');
  });

  it('says how it was computed', () => {
    expect(deadline.rule).toBe(
      '截止日为2021年7月25日，含当日；末日为休息日（星期日），顺延至其后第一个工作日（民法典第二百零三条）',
    );
  });

  it('makes nobody late before Monday has ended', () => {
    expect(isLate(endOfDay(day('2021-07-25')) + 1, deadline.effective)).toBe(false);
    expect(isLate(deadline.effective, deadline.effective)).toBe(false);
    expect(isLate(deadline.effective + 1, deadline.effective)).toBe(true);
  });
});

describe('each kind of rule', () => {
  it('on or before a working day: that day', () => {
    const { effective, rule } = resolve({ kind: 'onOrBefore', date: day('2021-07-30') });
    expect(formatDateTime(effective)).toBe('2021年7月30日 24:00');
    expect(rule).toBe('截止日为2021年7月30日，含当日；末日为工作日，当日24:00截止');
  });

  it('a period of calendar days after an act: rolls on over the holiday it ends in', () => {
    const { nominal, effective, rule } = resolve({
      kind: 'periodAfter',
      start: day('2021-09-01'),
      period: calendarDays(30),
    });
    expect([nominal, formatDateTime(effective)]).toEqual(['2021-10-01', '2021年10月8日 24:00']);
    expect(rule).toBe(
      '自2021年9月1日的次日起算30日（民法典第二百零一条）；末日为休息日（国庆节假期），顺延至其后第一个工作日（民法典第二百零三条）',
    );
  });

  it('a period of working days after an act', () => {
    const { nominal, rule } = resolve({
      kind: 'periodAfter',
      start: day('2021-11-01'),
      period: workingDays(7),
    });
    expect(nominal).toBe('2021-11-10');
    expect(rule).toBe(
      '自2021年11月1日的次日起算7个工作日，只计工作日（民法典第二百零一条）；末日为工作日，当日24:00截止',
    );
  });

  it('working days before an event: an act on that day still leaves the whole period', () => {
    const { nominal, rule } = resolve({
      kind: 'periodBefore',
      event: day('2021-11-10'),
      period: workingDays(7),
    });
    expect(nominal).toBe('2021-11-01');
    expect(rule).toBe('最迟在2021年11月10日之前7个工作日，11月10日当日不计；末日为工作日，当日24:00截止');
  });

  it('calendar days before an event roll back, because rolling on would shorten the period', () => {
    const { nominal, effective, rule } = resolve({
      kind: 'periodBefore',
      event: day('2021-10-10'),
      period: calendarDays(7),
    });
    expect([nominal, formatDateTime(effective)]).toEqual(['2021-10-03', '2021年9月30日 24:00']);
    expect(rule).toBe(
      '最迟在2021年10月10日之前7日，10月10日当日不计；该日为休息日（国庆节假期），提前至其前一个工作日，以保证期间不缩短',
    );
  });

  it('a fixed instant is taken as it is, even on a weekend', () => {
    const instant = atTime(day('2021-07-25'), '17:00');
    expect(resolve({ kind: 'fixed', instant })).toEqual({
      nominal: '2021-07-25',
      effective: instant,
      rule: '按指定时间2021年7月25日 17:00截止，不顺延',
    });
  });

  it('survives storage as JSON and nothing else is accepted', () => {
    const rule: DeadlineRule = { kind: 'periodAfter', start: day('2021-09-01'), period: calendarDays(30) };
    expect(deadlineRuleSchema.parse(JSON.parse(JSON.stringify(rule)))).toEqual(rule);
    expect(deadlineRuleSchema.safeParse({ kind: 'onOrBefore', date: '2021-02-30' }).success).toBe(false);
    expect(deadlineRuleSchema.safeParse({ ...rule, period: 30 }).success).toBe(false);
  });
});

describe('working days left', () => {
  const friday = endOfDay(day('2021-07-30'));
  const left = (date: string, effective = friday): number | null =>
    workingDaysLeft(atTime(day(date), '10:00'), effective, calendar);

  it('do not count today and are 0 on the effective day', () => {
    expect([left('2021-07-28'), left('2021-07-29'), left('2021-07-30')]).toEqual([2, 1, 0]);
    expect(workingDaysLeft(friday, friday, calendar)).toBe(0);
  });

  it('stand still over a weekend', () => {
    const monday = endOfDay(day('2021-07-26'));
    expect([left('2021-07-23', monday), left('2021-07-24', monday), left('2021-07-25', monday)]).toEqual([
      1, 1, 1,
    ]);
  });

  it('are negative as soon as it is late, on the weekend too', () => {
    expect(workingDaysLeft(friday + 1, friday, calendar)).toBe(-1);
    expect([left('2021-07-31'), left('2021-08-02'), left('2021-08-03')]).toEqual([-1, -1, -2]);
  });

  it('are negative later on the same day when the hour has passed', () => {
    const noon = atTime(day('2021-07-30'), '12:00');
    expect(workingDaysLeft(startOfDay(day('2021-07-30')), noon, calendar)).toBe(0);
    expect(workingDaysLeft(noon + 1, noon, calendar)).toBe(-1);
  });
});
