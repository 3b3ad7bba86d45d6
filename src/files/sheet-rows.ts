import { UploadRefused } from './files.errors.js';

export const sheetLimits = { rows: 200_000, columns: 200, cellLength: 32_767 };

/** Why one row of a table cannot be taken; the other rows can. */
export interface SheetRowError {
  /** As the spreadsheet program numbers it: the first row, usually the header, is 1. */
  row: number;
  sentence: string;
}

export interface Sheet {
  /** The sheet's name; empty for CSV. */
  name: string;
  /** Cell texts; rows may differ in length, empty rows inside the table are kept so that numbers agree. */
  rows: string[][];
  errors: SheetRowError[];
}

/** Collects the cells of a table and keeps what is too large out of it, with an error for the row. */
export class SheetRows {
  readonly rows: string[][] = [];
  readonly errors: SheetRowError[] = [];

  /** @param row and column from 0. @throws UploadRefused `too-many-rows`. */
  put(row: number, column: number, text: string): void {
    if (text === '') return;
    if (row >= sheetLimits.rows) throw new UploadRefused('too-many-rows');
    while (this.rows.length <= row) this.rows.push([]);
    if (column >= sheetLimits.columns) {
      this.fault(row, `第${row + 1}行超过${sheetLimits.columns}列，多出的列未读取。请删去多余的列。`);
      return;
    }
    const cells = this.rows[row];
    while (cells.length < column) cells.push('');
    if (text.length > sheetLimits.cellLength) {
      this.fault(
        row,
        `第${row + 1}行第${column + 1}列超过${sheetLimits.cellLength}字。请拆成几行，或者作为附件另行报送。`,
      );
    }
    cells[column] = text.length > sheetLimits.cellLength ? '' : text;
  }

  fault(row: number, sentence: string): void {
    const last = this.errors.at(-1);
    if (last?.row !== row + 1 || last.sentence !== sentence) this.errors.push({ row: row + 1, sentence });
  }
}
