import { UploadRefused } from './files.errors.js';

export const sheetLimits = { rows: 200_000, columns: 200, cellLength: 32_767 };

/** Why one row of a table cannot be taken; the other rows can. */
export interface SheetRowError {
  /** As the spreadsheet program numbers it: the first row, usually the header, is 1. */
  row: number;
  sentence: string;
}

/** Cells that a person joined; rows and columns from 0, both ends included. */
export interface CellRange {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** A cell whose text alone misleads: a formula saved without its result, an error value, text struck out. */
export interface CellMark {
  row: number;
  column: number;
  kind: 'formula' | 'error' | 'struck';
}

export interface Sheet {
  /** The sheet's name; empty for CSV. */
  name: string;
  hidden: boolean;
  /** Cell texts; rows may differ in length, empty rows inside the table are kept so that numbers agree. */
  rows: string[][];
  /** Of joined cells only the first has its text in `rows`. */
  merges: CellRange[];
  /** Rows and columns from 0 that the spreadsheet program does not show; filtered rows are hidden rows. */
  hiddenRows: ReadonlySet<number>;
  hiddenColumns: ReadonlySet<number>;
  marks: CellMark[];
  errors: SheetRowError[];
}

/** A sheet that knows no more than cells, as a CSV file. */
export const plainSheet = (name: string, { rows, errors }: SheetRows): Sheet => ({
  name,
  hidden: false,
  rows,
  merges: [],
  hiddenRows: new Set(),
  hiddenColumns: new Set(),
  marks: [],
  errors,
});

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
