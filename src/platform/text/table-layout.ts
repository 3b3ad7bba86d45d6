import { type TableCell } from './table-text.js';

/** A cell as it is printed: where it begins and how many places it covers. */
export interface LaidCell {
  text: string;
  column: number;
  width: number;
  height: number;
  /** It began in a row above; Word wants a cell here all the same, HTML none. */
  below: boolean;
}

/**
 * The cells of each row with what each covers: every place of the grid belongs to exactly one. A place that is said
 * to be covered and is not, as an edit may leave one, is a cell by itself, and a row that is too short is filled up.
 */
export function layOutTable(rows: readonly (readonly TableCell[])[]): LaidCell[][] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const laid: LaidCell[][] = rows.map(() => []);
  const taken = rows.map(() => Array.from({ length: columns }, () => false));
  rows.forEach((row, top) => {
    for (let column = 0; column < columns; column++) {
      if (taken[top][column]) continue;
      const grid = { rows, taken, top, column };
      const width = widthOf(grid);
      const height = heightOf(grid, width);
      const cell = { text: row[column]?.text ?? '', column, width, height };
      for (let line = top; line < top + height; line++) {
        laid[line].push({ ...cell, text: line === top ? cell.text : '', below: line > top });
        taken[line].fill(true, column, column + width);
      }
    }
  });
  return laid.map((cells) => cells.sort((a, b) => a.column - b.column));
}

interface Grid {
  rows: readonly (readonly TableCell[])[];
  taken: readonly boolean[][];
  top: number;
  column: number;
}

function widthOf({ rows, taken, top, column }: Grid): number {
  let width = 1;
  while (rows[top][column + width]?.continues === 'left' && !taken[top][column + width]) width++;
  return width;
}

/** A row below belongs to the cell only when all the places under it do. */
function heightOf({ rows, taken, top, column }: Grid, width: number): number {
  const covered = (row: number): boolean =>
    rows[row]?.[column]?.continues === 'above' &&
    Array.from({ length: width }, (_, at) => column + at).every(
      (at) => rows[row][at]?.continues !== undefined && !taken[row][at],
    ) &&
    // What goes on to the right of it there is another cell's.
    rows[row][column + width]?.continues !== 'left';
  let height = 1;
  while (covered(top + height)) height++;
  return height;
}
