import { layOutTable, type TableCell } from '../../platform/index.js';
import { type Row } from './rows.js';

/** Twentieths of a point from margin to margin of an upright page. */
const pageWidth = 8844;

/** A head is of one row, or of as many as its merged cells reach into; a cell beside the whole table is no head. */
const mostHeadRows = 3;

/** A table of the text, merged cells as one. */
export function tableRows(rows: readonly (readonly TableCell[])[]): Row[] {
  const laid = layOutTable(rows);
  const columns = laid[0].reduce((sum, { width }) => sum + width, 0);
  const reach = Math.max(...laid[0].map(({ height }) => height));
  const headRows = reach <= mostHeadRows && reach < rows.length ? reach : 1;
  return [
    { kind: 'grid-open', widths: Array.from({ length: columns }, () => Math.floor(pageWidth / columns)) },
    ...laid.map((cells, row): Row => ({
      kind: 'grid-row',
      head: row < headRows,
      cells: cells.map(({ text, width, height, below }) => ({
        text,
        span: width,
        rows: height,
        vertical: height === 1 ? null : below ? 'goes on' : 'begins',
      })),
    })),
    { kind: 'table-close' },
  ];
}
