import { readTableText, type TableCell } from '../../platform/index.js';
import type { ClauseContent, ClauseItem } from './clause.js';

/**
 * A table of a clause is one of its items: the first bar is the mark, the rows are the text. So it keeps its place
 * among the passages, and is digested, compared and carried over like any other wording.
 */
const tableMark = '|';

export interface ClauseTable {
  /** Cells row by row; the places that a merged cell covers are empty. */
  rows: string[][];
}

export const tableItem = (text: string, afterPassage: number): ClauseItem => ({
  mark: tableMark,
  text: text.slice(tableMark.length),
  afterPassage,
});

export const isTableItem = ({ mark }: ClauseItem): boolean => mark === tableMark;

export const tablesOf = ({ items }: Pick<ClauseContent, 'items'>): ClauseTable[] =>
  items.filter(isTableItem).map(({ mark, text }) => ({ rows: rowsOf(readTableText(mark + text) ?? []) }));

const rowsOf = (rows: readonly TableCell[][]): string[][] => rows.map((row) => row.map(({ text }) => text));
