import { z } from 'zod';
import { type CalendarDate, calendarDateSchema, datesFrom, isWeekend, yearOf } from './calendar-date.js';
import { InvalidHolidayYear } from './calendar.errors.js';
import { formatMonthDay } from './format.js';

const zodInChinese = z.locales.zhCN().localeError;
const inChinese: z.core.$ZodErrorMap = (issue) => {
  if (issue.code !== 'invalid_type') return zodInChinese(issue);
  return issue.input === undefined ? '未填写' : '填写的格式不正确';
};
const LABELS: Record<string, string> = {
  year: '年份',
  source: '依据',
  off: '放假',
  from: '开始日期',
  to: '结束日期',
  name: '假日名称',
  makeUpWorkdays: '调休上班日',
};

const shape = z.strictObject({
  year: z.int().min(1949).max(2199),
  source: z.string().trim().min(1, '未写明依据的通知文号'),
  off: z.array(
    z.strictObject({
      from: calendarDateSchema,
      to: calendarDateSchema,
      name: z.string().trim().min(1, '未写明假日名称'),
    }),
  ),
  makeUpWorkdays: z.array(calendarDateSchema),
});

/**
 * One year of the State Council's notice (国务院办公厅关于…年部分节假日安排的通知): the days off with their
 * holiday, both ends included, and the weekend days worked in exchange (调休上班日). Ordinary weekends are
 * not listed. A holiday across New Year is split between the files of both years.
 */
export type HolidayYear = z.infer<typeof shape>;

export const holidayYearSchema = shape.superRefine((value, context) => {
  for (const message of contradictions(value)) context.addIssue({ code: 'custom', message });
});

/** @throws InvalidHolidayYear naming every contradiction in Chinese. */
export function parseHolidayYear(input: unknown): HolidayYear {
  const parsed = holidayYearSchema.safeParse(input, { error: inChinese });
  if (parsed.success) return parsed.data;
  throw new InvalidHolidayYear(
    parsed.error.issues.map(({ path, message }) =>
      path.length === 0 ? message : `${place(path)}：${message}`,
    ),
  );
}

function place(path: readonly PropertyKey[]): string {
  return path
    .map((key) => (typeof key === 'number' ? `第${key + 1}项` : (LABELS[String(key)] ?? key)))
    .join('');
}

/** A slip of one digit here moves every deadline of the year, so whatever a notice cannot say is refused. */
function contradictions({ year, off, makeUpWorkdays }: HolidayYear): string[] {
  const problems = makeUpWorkdays
    .filter((date) => !isWeekend(date))
    .map((date) => `${formatMonthDay(date)}不是周末，不能作为调休上班日`);
  const seen = new Set<CalendarDate>();
  const take = (date: CalendarDate): void => {
    if (yearOf(date) !== year) problems.push(`${date}不在${year}年内，跨年假期应分年录入`);
    if (seen.has(date)) problems.push(`${formatMonthDay(date)}重复出现`);
    seen.add(date);
  };
  for (const { from, to, name } of off) {
    if (to < from) problems.push(`${name}的结束日期早于开始日期`);
    else if (yearOf(to) - yearOf(from) > 1) problems.push(`${name}的起止日期不在${year}年内`);
    else [...datesFrom(from, to)].forEach(take);
  }
  makeUpWorkdays.forEach(take);
  return problems;
}
