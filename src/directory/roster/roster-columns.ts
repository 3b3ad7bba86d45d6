import { cleanLine, excerpt } from '../../platform/index.js';

/** The columns of a roster file; the order is that of an export, a file may have them in any order. */
export const rosterColumns = {
  name: '单位全称',
  shortName: '简称',
  category: '类别',
  aliases: '别名',
  liaison: '联络员邮箱',
  leader: '分管负责人邮箱',
  remark: '备注',
} as const;
export type RosterColumn = keyof typeof rosterColumns;
export const columnKeys = Object.keys(rosterColumns) as RosterColumn[];

/** Something a person must look at, in the file's own terms. */
export interface RosterIssue {
  /** As the spreadsheet numbers its rows: the header is row 1. */
  row: number;
  /** The column's title; empty when the whole row is meant. */
  column: string;
  /** What stands there, shortened. */
  value: string;
  /** Chinese: what is wrong and what to do. */
  message: string;
}

const valueLength = 60;

/** A value as it may be printed back: whatever came in, what goes out is well-formed and short. */
export function issue(row: number, column: string, value: string, message: string): RosterIssue {
  const wellFormed = value.slice(0, 4 * valueLength).replace(/\p{Surrogate}/gu, '\ufffd');
  return { row, column, value: excerpt(cleanLine(wellFormed), valueLength), message };
}

export interface Header {
  /** Where each column stands; a column may be missing. */
  places: Partial<Record<RosterColumn, number>>;
  width: number;
  errors: RosterIssue[];
}

/**
 * Reads the header row. A column that is not known is an error and not skipped: it may be a misspelt one whose
 * content would be lost in silence, or personal data that does not belong in the roster.
 */
export function readHeader(cells: readonly string[]): Header {
  const header: Header = { places: {}, width: cells.length, errors: [] };
  const refuse = (cell: string, message: string) => header.errors.push(issue(1, cell, cell, message));
  for (const [place, cell] of cells.entries()) {
    const title = cell.normalize('NFKC').replace(/[\s*]|\(.*\)/g, '');
    if (title === '') continue;
    const column = columnKeys.find((key) => rosterColumns[key] === title);
    if (!column)
      refuse(
        cell,
        `不认识这一列。可用的列是：${Object.values(rosterColumns).join('、')}。请改列名或删去该列。`,
      );
    else if (header.places[column] !== undefined) refuse(cell, '这一列出现了两次。请只保留一列。');
    else header.places[column] = place;
  }
  if (header.places.name === undefined) {
    refuse('', `第一行应为表头，并且必须有“${rosterColumns.name}”一列。`);
  }
  return header;
}
