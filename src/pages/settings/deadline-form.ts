import { z } from 'zod';
import {
  atTime,
  calendarDateSchema,
  dateOf,
  type DeadlineRule,
  endOfDay,
  timeOfDay,
} from '../../calendar/index.js';
import { beganInput, lineInput } from '../../platform/index.js';
import { choices } from './units-page.js';

const kinds: readonly (readonly [DeadlineRule['kind'], string])[] = [
  ['onOrBefore', '某日前，含当日；逢休息日顺延'],
  ['periodAfter', '某日起算的期间；末日逢休息日顺延'],
  ['periodBefore', '某日之前的期间；逢休息日提前'],
  ['fixed', '指定时刻，不顺延'],
];
const units = [
  ['calendarDays', '日'],
  ['workingDays', '个工作日'],
] as const;

const time = /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/;

/** What the form of one deadline sends; fields that its way of counting does not use are ignored. */
export const deadlineBody = z.object({
  kind: z.enum(['onOrBefore', 'periodAfter', 'periodBefore', 'fixed']),
  date: calendarDateSchema,
  count: z.coerce.number({ error: '应为整数' }).int({ error: '应为整数' }).default(0),
  unit: z.enum(['calendarDays', 'workingDays']).default('calendarDays'),
  time: z.string().trim().regex(time, { error: '应写作17:00的形式，当日结束写作24:00' }).default('24:00'),
  reason: lineInput(),
  began: beganInput,
});
export type DeadlineBody = z.output<typeof deadlineBody>;

export function ruleOf({ kind, date, count, unit, time: at }: DeadlineBody): DeadlineRule {
  const period = { unit, count };
  if (kind === 'onOrBefore') return { kind, date };
  if (kind === 'periodAfter') return { kind, start: date, period };
  if (kind === 'periodBefore') return { kind, event: date, period };
  return { kind, instant: at === '24:00' ? endOfDay(date) : atTime(date, at as `${number}:${number}`) };
}

/** The form's fields with the rule as it stands. */
export function fieldsOf(rule: DeadlineRule) {
  const period = 'period' in rule ? rule.period : { unit: 'calendarDays' as const, count: 1 };
  return {
    kinds: choices(kinds, rule.kind),
    date: dateIn(rule),
    count: period.count,
    units: choices(units, period.unit),
    time: rule.kind === 'fixed' ? timeIn(rule.instant) : '24:00',
  };
}

function dateIn(rule: DeadlineRule): string {
  if (rule.kind === 'onOrBefore') return rule.date;
  if (rule.kind === 'periodAfter') return rule.start;
  return rule.kind === 'periodBefore' ? rule.event : dateOf(rule.instant);
}

const timeIn = (instant: number): string =>
  instant === endOfDay(dateOf(instant)) ? '24:00' : timeOfDay(instant);
