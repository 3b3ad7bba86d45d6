import { readTableText, type TableCell } from '../platform/index.js';
import { escapeHtml } from './escapes.js';

/** A passage of a draft: a paragraph, or the table that stands among its passages. */
export function passageHtml(text: string): string {
  const rows = readTableText(text);
  if (rows === undefined) return `<p>${escapeHtml(text)}</p>`;
  const lines = rows.map((_, row) => `<tr>${rowHtml(rows, row)}</tr>`);
  return `<div class="table-scroll"><table class="in-text"><tbody>${lines.join('')}</tbody></table></div>`;
}

function rowHtml(rows: readonly TableCell[][], row: number): string {
  const element = row === 0 && rows.length > 1 ? 'th' : 'td';
  const cells = rows[row].map(({ text, continues }, column) => {
    if (continues !== undefined && !isTorn(rows, row, column)) return '';
    const { width, height } = spanOf(rows, row, column);
    const wide = width > 1 ? ` colspan="${width}"` : '';
    const high = height > 1 ? ` rowspan="${height}"` : '';
    return `<${element}${wide}${high}>${escapeHtml(text).replace(/\n/g, '<br>')}</${element}>`;
  });
  return cells.join('');
}

const continuesAt = (rows: readonly TableCell[][], row: number, column: number) =>
  rows[row]?.[column]?.continues;

/** How many places to the right and below a cell covers. */
function spanOf(
  rows: readonly TableCell[][],
  row: number,
  column: number,
): { width: number; height: number } {
  let width = 1;
  while (continuesAt(rows, row, column + width) === 'left') width++;
  let height = 1;
  while (continuesAt(rows, row + height, column) === 'above') height++;
  return { width, height };
}

/** A covered place without a cell that covers it, as an edit may leave one: it is printed as an empty cell. */
function isTorn(rows: readonly TableCell[][], row: number, column: number): boolean {
  let [top, left] = [row, column];
  while (top > 0 && continuesAt(rows, top, left) === 'above') top--;
  while (left > 0 && continuesAt(rows, top, left) === 'left') left--;
  return continuesAt(rows, top, left) !== undefined;
}
