import Handlebars from 'handlebars';
import {
  type CalendarDate,
  dateOf,
  formatDate,
  formatDateTime,
  formatDateWithWeekday,
} from '../calendar/index.js';
import { formatChineseNumeral } from '../platform/index.js';
import { passageHtml } from './passage.js';
import { displayText, escapeHtml, escapeXml } from './escapes.js';
import { headingNumber } from './heading-number.js';
import { type Medium } from './medium.js';
import { rowHeight, spreadsheetCell, tableRowHeight } from './spreadsheet-cell.js';

type Options = Handlebars.HelperOptions;
type Helpers = Record<string, Handlebars.HelperDelegate>;

/** Dates come as instants (epoch milliseconds, shown in Shanghai) or as calendar dates (2021-07-25). */
const dayOf = (value: number | CalendarDate): CalendarDate =>
  typeof value === 'number' ? dateOf(value) : value;

/** Helpers that compute a value; the value is escaped like any other. */
const valueHelpers: Helpers = {
  eq: (left: unknown, right: unknown) => left === right,
  not: (value: unknown) => Handlebars.Utils.isEmpty(value),
  or: (left: unknown, right: unknown) => (Handlebars.Utils.isEmpty(left) ? right : left),
  /** The values one after the other, for the argument of another helper. */
  concat: (...values: unknown[]) => values.slice(0, -1).map(displayText).join(''),
  /** A title in 《》; 《》 inside it become 〈〉 (GB/T 15834-2011, 4.15.3.5). */
  titled: (title: string) => `《${title.replaceAll('《', '〈').replaceAll('》', '〉')}》`,
  numeral: (value: number) => formatChineseNumeral(value),
  heading: (level: number, value: number) => headingNumber(level, value),
  increment: (value: number) => value + 1,
  /** The items of a list with 、 between them, or the given word when there is none. */
  join: (items: unknown[], options: Options) =>
    items.length === 0 ? displayText(options.hash.none) : items.map(displayText).join('、'),
  /** Digits only, as government documents print them in running text; `digits=1` fixes the decimals. */
  number: (value: number, options: Options) =>
    typeof options.hash.digits === 'number' ? value.toFixed(options.hash.digits) : String(value),
  /** 55 of 62 → 88.7%; a share of nothing is 0%. */
  percent: (part: number, whole: number) => `${(whole === 0 ? 0 : (part / whole) * 100).toFixed(1)}%`,
  /** 2021年7月25日 */
  date: (value: number | CalendarDate) => formatDate(dayOf(value)),
  /** 2021年7月25日（星期日） */
  dateWithWeekday: (value: number | CalendarDate) => formatDateWithWeekday(dayOf(value)),
  /** 2021年7月25日 09:00 */
  dateTime: (value: number) => formatDateTime(value),
  length: (items: unknown[]) => items.length,
};

const blockHelpers: Helpers = {
  /** The block once when any of the values is neither empty nor false. */
  ifAny(this: unknown, ...values: unknown[]) {
    const options = values.pop() as Options;
    const any = values.some((value) => !Handlebars.Utils.isEmpty(value));
    return any ? options.fn(this) : options.inverse(this);
  },
};

/** Only addresses that open a page or a mail; `javascript:` and `data:` never become a link. */
function checkedLink(value: unknown): string {
  const address = displayText(value);
  if (!/^(?:https?:\/\/|mailto:|\/(?!\/)|#)/i.test(address))
    throw new Error(`not a link: ${address.slice(0, 80)}`);
  return address;
}

/** Line breaks inside a run of WordprocessingML; the caller's `<w:t xml:space="preserve">` is open around it. */
function wordLines(value: unknown): Handlebars.SafeString {
  const breakRun = (element: string) => `</w:t><w:${element}/><w:t xml:space="preserve">`;
  const text = escapeXml(value).replaceAll('\n', breakRun('br')).replaceAll('\t', breakRun('tab'));
  return new Handlebars.SafeString(text);
}

const helpersOfMedium: Record<Medium, Helpers> = {
  html: {
    link: checkedLink,
    passage: (value: unknown) => new Handlebars.SafeString(passageHtml(displayText(value))),
    lines: (value: unknown) => new Handlebars.SafeString(escapeHtml(value).replace(/\r\n?|\n/g, '<br>')),
  },
  xml: {
    lines: wordLines,
    cell: (value: unknown, options: Options) =>
      new Handlebars.SafeString(spreadsheetCell(value, Number(options.hash.style ?? 0))),
    tableRowHeight: (cells: unknown[], columns: { width: number }[]) => tableRowHeight(cells, columns),
    rowHeight: (...cells: unknown[]) => rowHeight(...cells.slice(0, -1)),
    /** Twentieths of a point for a column width in half-width characters. */
    twips: (width: number) => width * 105,
    instant: (value: number) => new Date(value).toISOString().replace('.000', ''),
  },
  csv: {},
  text: {},
  header: {},
};

/** All helpers a template of this medium may call; a name that is not here is refused when it is compiled. */
export function helpersFor(medium: Medium): Helpers {
  return { ...valueHelpers, ...blockHelpers, ...helpersOfMedium[medium] };
}
