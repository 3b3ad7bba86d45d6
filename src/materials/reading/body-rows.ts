import { type Findings, quote } from './findings.js';
import { type TableHead, type TableRows } from './table-head.js';

export interface BodyRow {
  cells: readonly string[];
  place: string;
}

const numbering = /^\(?(?:\d{1,3}|[一二三四五六七八九十]{1,3})\)?[.、]?$/u;
const remark =
  /^(?:注(?:\d|[:：.、]|$)|备注|附注|说明[:：]|[*※]|(?:数据|资料)来源[:：]|填表|制表|审核人|联系人|单位[:：])/u;
const total = /^(?:合计|小计|总计|共计|总和)(?:[:：(（].*)?$/u;

/**
 * The rows that carry something of their own. Remarks, sums, headings of groups and a head that is repeated on a new
 * page are none; what was left out is told.
 */
export function bodyRows(table: TableRows, head: TableHead, place: string, findings: Findings): BodyRow[] {
  const headRows = new Set(table.slice(0, head.bodyFrom).map(keyOf));
  return table.slice(head.bodyFrom).flatMap((cells, index) => {
    const where = `${place}第${head.bodyFrom + index + 1}行`;
    const texts = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
    if (texts.length === 0 || headRows.has(keyOf(cells))) return [];
    const words = isNumbering(cells[0] ?? '') && texts.length > 1 ? texts.slice(1) : texts;
    const first = words[0].replace(/\s+/gu, '');
    const why = remark.test(first)
      ? '注释'
      : total.test(first)
        ? '合计'
        : words.length < 2
          ? '只有一格有字'
          : '';
    if (why === '') return [{ cells, place: where }];
    findings.leaveOut(where, `“${quote(texts.join(' '))}”（${why}，不作为一项）`);
    return [];
  });
}

const isNumbering = (cell: string): boolean => numbering.test(cell.trim().normalize('NFKC'));
const keyOf = (row: readonly string[]): string => row.map((cell) => cell.replace(/\s+/gu, '')).join('|');
