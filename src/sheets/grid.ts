import { type CellMark, type Sheet } from '../files/index.js';

/** No honest table joins more cells than this; what is beyond stays as it was sent. */
const mostSpreadCells = 500_000;

/** The cells of a sheet, with what joined cells say spread over all of them. */
export class Grid {
  readonly width: number;
  private readonly origins = new Map<number, { row: number; column: number }>();
  private readonly markAt = new Map<number, CellMark['kind']>();

  constructor(readonly sheet: Sheet) {
    this.width = Math.max(0, ...widths(sheet));
    let spread = 0;
    for (const { top, left, bottom, right } of sheet.merges) {
      const lastRow = Math.min(bottom, sheet.rows.length - 1);
      const lastColumn = Math.min(right, this.width - 1);
      spread += (lastRow - top + 1) * (lastColumn - left + 1);
      if (spread > mostSpreadCells) break;
      for (let row = top; row <= lastRow; row++)
        for (let column = left; column <= lastColumn; column++)
          if (row !== top || column !== left)
            this.origins.set(this.key(row, column), { row: top, column: left });
    }
    for (const { row, column, kind } of sheet.marks) this.markAt.set(this.key(row, column), kind);
  }

  get height(): number {
    return this.sheet.rows.length;
  }

  /** The text of the cell itself. */
  own(row: number, column: number): string {
    return this.sheet.rows[row]?.[column] ?? '';
  }

  /** For headings: joined cells say the same in every direction. */
  spread(row: number, column: number): string {
    const own = this.own(row, column);
    const origin = own.trim() === '' ? this.origins.get(this.key(row, column)) : undefined;
    return origin === undefined ? own : this.own(origin.row, origin.column);
  }

  /**
   * For the rows below: joined cells go on downwards. Sideways a joined cell is one value wider than its column,
   * which belongs to the column where it begins.
   */
  down(row: number, column: number): string {
    const own = this.own(row, column);
    if (own.trim() !== '') return own;
    const origin = this.origins.get(this.key(row, column));
    return origin?.column === column ? this.own(origin.row, column) : own;
  }

  /** Whether the cell is the lower part of a joined one. */
  goesOn(row: number, column: number): boolean {
    const origin = this.origins.get(this.key(row, column));
    return origin !== undefined && origin.row < row;
  }

  mark(row: number, column: number): CellMark['kind'] | undefined {
    const origin = this.origins.get(this.key(row, column));
    return this.markAt.get(
      origin === undefined ? this.key(row, column) : this.key(origin.row, origin.column),
    );
  }

  /** How many columns the cell covers. */
  span(row: number, column: number): number {
    let last = column;
    while (last + 1 < this.width) {
      const origin = this.origins.get(this.key(row, last + 1));
      if (origin?.column !== column || origin.row !== row) break;
      last++;
    }
    return last - column + 1;
  }

  /** Columns whose own cell in this row says something. */
  filled(row: number): number[] {
    const cells = this.sheet.rows[row] ?? [];
    return cells.flatMap((text, column) => (text.trim() === '' ? [] : [column]));
  }

  /** What a row's cells say when joined ones are spread, by column. */
  headings(row: number): string[] {
    return Array.from({ length: this.width }, (_, column) => this.spread(row, column).trim());
  }

  private key(row: number, column: number): number {
    return row * 1_000 + column;
  }
}

function* widths({ rows }: Sheet): Generator<number> {
  for (const { length } of rows) yield length;
}
