import { type CalendarDate, isCalendarDate } from './calendar-date.js';

/** What a person wrote for a day: the day, or null; and a sentence where it is not beyond doubt. */
export interface WrittenDate {
  date: CalendarDate | null;
  /** Chinese, without the text itself; null when the day is as it was written. */
  doubt: string | null;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const digits: Record<string, string> = { 〇: '0', '○': '0', '◯': '0', Ｏ: '0', 零: '0' };
'一二三四五六七八九'.split('').forEach((numeral, at) => (digits[numeral] = String(at + 1)));
const numerals = '〇○◯零一二三四五六七八九十廿卅两';

/** What may stand behind a day without changing it: the time, the weekday, a half of the day. */
const behind =
  /^(?:[日号]?(?:[(]?(?:星期|周|礼拜)[一二三四五六日天1-7][)]?)?[,T ]*(?:上午|下午|早上|中午|晚上?|凌晨)?\s*(?:\d{1,2}[:时点]\d{0,2}[:分]?(?:\d{1,2}秒?)?(?:\.\d+)?)?\s*(?:AM|PM|Z|\+08:?00)?[日号.。]?(?:前|收|收到|来函)?)?$/i;

/**
 * Reads a day as offices write it: 2021-09-06, 2021/9/6, 2021.9.6, 20210906, 2021年9月6日上午, 二〇二一年九月六日,
 * 9月6日, 6-Sep-21, full-width digits, the serial number of a spreadsheet.
 * @param year for days written without one
 */
export function readWrittenDate(written: string, year: number): WrittenDate {
  const text = westernDigits(written.normalize('NFKC').replace(/^'/, '').trim());
  return (
    serialOf(text) ??
    yearFirst(text) ??
    chineseDay(text, year) ??
    monthNamed(text) ??
    yearLast(text) ??
    monthAndDay(text, year) ?? { date: null, doubt: '不是日期' }
  );
}

/** The numbers around 年月日 in figures: 二〇二一年十月二十六日 becomes 2021年10月26日. */
function westernDigits(text: string): string {
  return text.replace(new RegExp(`[${numerals}\\d]+(?=\\s*[年月日号])`, 'g'), (run) =>
    /^\d+$/.test(run) ? run : numberOf(run),
  );
}

function numberOf(run: string): string {
  const plain = run.replaceAll('廿', '二十').replaceAll('卅', '三十').replaceAll('两', '二');
  const tens = /^([一二三]?)十([一二三四五六七八九]?)$/.exec(plain);
  if (tens !== null) return String(Number(digits[tens[1]] ?? 1) * 10 + Number(digits[tens[2]] ?? 0));
  return [...plain].map((character) => digits[character] ?? character).join('');
}

function yearFirst(text: string): WrittenDate | null {
  const packed = /^((?:19|20)\d{2})(\d{2})(\d{2})(?=$|\D)(.*)$/.exec(text);
  const match =
    packed ??
    /^(\d{4}|\d{2})\s*[-/.年\\,、—–]\s*(\d{1,2})\s*[-/.月\\,、—–]\s*(\d{1,2})(?!\d)\s*(.*)$/.exec(text);
  if (match === null) return null;
  const [, first, month, day, rest] = match;
  if (!behind.test(rest)) return { date: null, doubt: '不能确定是哪一天' };
  if (first.length === 4) return dayOf(first, month, day);
  if (text.includes('年')) return dayOf(`20${first}`, month, day);
  const read = dayOf(`20${first}`, month, day);
  return read.date === null ? null : doubtful(read, `按${read.date}读取`);
}

function chineseDay(text: string, year: number): WrittenDate | null {
  const match = /^(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?(?!\d)\s*(.*)$/.exec(text);
  if (match === null) return null;
  if (!behind.test(match[3])) return { date: null, doubt: '不能确定是哪一天' };
  return dayOf(String(year), match[1], match[2]);
}

function monthNamed(text: string): WrittenDate | null {
  const dayFirst = /^(\d{1,2})[-\s/]([A-Za-z]{3,9})[-\s/,]+(\d{4}|\d{2})(?!\d)\s*(.*)$/.exec(text);
  const monthFirst = /^([A-Za-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})(?!\d)\s*(.*)$/.exec(text);
  if (dayFirst === null && monthFirst === null) return null;
  const [, day, name, year, rest] = dayFirst ?? swapped(monthFirst!);
  const month = months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  if (month === 0 || !behind.test(rest)) return null;
  return dayOf(year.length === 2 ? `20${year}` : year, String(month), day);
}

const swapped = ([all, name, day, year, rest]: string[]): string[] => [all, day, name, year, rest];

/** Which of the two numbers is the month differs by country: the month first where both can be. */
function yearLast(text: string): WrittenDate | null {
  const match = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)\s*(.*)$/.exec(text);
  if (match === null || !behind.test(match[4])) return null;
  const [, first, second, year] = match;
  const monthFirst = dayOf(year, first, second);
  const dayFirst = dayOf(year, second, first);
  if (monthFirst.date === null || dayFirst.date === null || first === second)
    return monthFirst.date === null ? dayFirst : monthFirst;
  return doubtful(monthFirst, `按${monthFirst.date}读取，也可能是${dayFirst.date}`);
}

function monthAndDay(text: string, year: number): WrittenDate | null {
  const match = /^(\d{1,2})\s*[-/.]\s*(\d{1,2})$/.exec(text);
  if (match === null) return null;
  const read = dayOf(String(year), match[1], match[2]);
  return read.date === null ? null : doubtful(read, `按${read.date}读取`);
}

/** Days since 1899-12-30, as a spreadsheet keeps a date whose format was lost; only of this century. */
function serialOf(text: string): WrittenDate | null {
  const match = /^(\d{5})(?:\.\d+)?$/.exec(text);
  const serial = Number(match?.[1]);
  if (match === null || serial < 36_526 || serial > 73_050) return null;
  return dated(new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10));
}

const doubtful = ({ date }: WrittenDate, doubt: string): WrittenDate => ({ date, doubt });

function dayOf(year: string, month: string, day: string): WrittenDate {
  return dated(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

function dated(text: string): WrittenDate {
  return isCalendarDate(text) ? { date: text, doubt: null } : { date: null, doubt: '没有这一天' };
}
