import { withYearsInFigures } from './years.js';

export type TableRows = readonly (readonly string[])[];

export interface TableHead {
  /** One title a column, the words of all head rows together, without spaces. */
  titles: string[];
  /** Where the body begins. */
  bodyFrom: number;
  /** What stands above the head: the table's own title, 单位：亿元. */
  above: string[];
}

/** 目标值 above 2025年 above 下限 and 上限. */
const highestHead = 3;

const plain = (text: string | undefined): string => withYearsInFigures((text ?? '').replace(/\s+/gu, ''));
const filled = (row: readonly string[]): string[] => row.filter((cell) => cell.trim() !== '');

/** The ways in which the first rows may be a head, the lowest head first. */
export function possibleHeads(table: TableRows): TableHead[] {
  const first = table.findIndex((row) => new Set(filled(row)).size > 1);
  if (first === -1) return [];
  const above = table.slice(0, first).flatMap(filled);
  const heights = Array.from(
    { length: Math.min(highestHead, table.length - first) },
    (_, index) => index + 1,
  );
  return heights.map((height) => ({
    titles: titlesOf(table.slice(first, first + height)),
    bodyFrom: first + height,
    above,
  }));
}

function titlesOf(rows: TableRows): string[] {
  const width = Math.max(...rows.map((row) => row.length));
  const spread = rows.map((row, index) => spreadRow(row, rows[index + 1], width));
  return Array.from({ length: width }, (_, column) =>
    [...new Set(spread.map((row) => plain(row[column])))].join(''),
  );
}

/** A cell that spans columns is followed by empty ones: they have its words, if something stands below each. */
function spreadRow(row: readonly string[], below: readonly string[] | undefined, width: number): string[] {
  const spread: string[] = [];
  for (let column = 0; column < width; column += 1) {
    const own = row[column] ?? '';
    const stands = (place: number) => (below?.[place] ?? '').trim() !== '';
    const spanned = own.trim() === '' && column > 0 && stands(column) && stands(column - 1);
    spread.push(spanned ? spread[column - 1] : own);
  }
  return spread;
}

/** Whether a row only goes on with the head: under 2025年 there stand 下限 and 上限, and no value yet. */
export function continuesHead(row: readonly string[] | undefined): boolean {
  const cells = filled(row ?? []).map(plain);
  const isPartOfHead = /^(?:.*(?:上限|下限|高限|低限|最高|最低|目标|预期|约束|数值|单位).*|20\d\d年?)$/u;
  return (
    cells.length > 0 &&
    cells.every((cell) => isPartOfHead.test(cell) && !/\d(?!\d*年)/u.test(cell.replace(/20\d\d年?/gu, '')))
  );
}

/** Rows as columns: a table whose years stand one below the other. */
export function transposed(table: TableRows): string[][] {
  const width = Math.max(0, ...table.map((row) => row.length));
  return Array.from({ length: width }, (_, column) => table.map((row) => row[column] ?? ''));
}
