/** A cell that is one with the cell on its left, or with the one above it. */
const continued = { left: '<', above: '^' } as const;
export type Continued = keyof typeof continued;

export interface TableCell {
  text: string;
  /** A merged cell holds its text where it begins; the places it covers hold none. */
  continues?: Continued;
}

/**
 * A table as lines of text, one a row: `| 指标 | 2025年 |`. So a table can stand wherever a passage stands, be compared,
 * edited in a field and digested. A line break in a cell is `<br>`; `<` and `^` are places that a merged cell covers.
 */
export const tableText = (rows: readonly (readonly TableCell[])[]): string =>
  rows.map((cells) => `| ${cells.map(cellText).join(' | ')} |`).join('\n');

/** The rows of what {@link tableText} wrote; undefined for any other text. A line of dashes (Markdown) is no row. */
export function readTableText(text: string): TableCell[][] | undefined {
  if (!text.startsWith('|')) return undefined;
  const lines = text.split('\n');
  if (!lines.every(isTableLine)) return undefined;
  const rows = lines.filter((line) => !/^\|[\s:|-]*-[\s:|-]*\|$/u.test(line)).map(readRow);
  return rows.length === 0 ? undefined : rows;
}

/** Whether a line of text is a row: it begins and ends with a bar and has a cell between them. */
export const isTableLine = (line: string): boolean =>
  /^\|.*[^\\]\|\s*$/su.test(line.trim()) && line.trim().length > 2;

function cellText({ text, continues }: TableCell): string {
  if (continues !== undefined) return continued[continues];
  return text
    .trim()
    .replace(/[\\|]/gu, '\\$&')
    .replace(/<br>/gu, '\\<br>')
    .replace(/^[<^]$/u, '\\$&')
    .replace(/\n/gu, '<br>');
}

function readRow(line: string): TableCell[] {
  return splitCells(line.trim().slice(1, -1)).map(readCell);
}

/** At bars that no backslash stands before. */
function splitCells(inner: string): string[] {
  const cells = [''];
  for (let at = 0; at < inner.length; at++) {
    if (inner[at] === '|') cells.push('');
    else cells[cells.length - 1] += inner[at] === '\\' ? inner[at] + (inner[++at] ?? '') : inner[at];
  }
  return cells;
}

function readCell(written: string): TableCell {
  const text = written.trim();
  if (text === continued.left) return { text: '', continues: 'left' };
  if (text === continued.above) return { text: '', continues: 'above' };
  return { text: text.replace(/\\([\\|<^])|<br>/gu, (_, escaped?: string) => escaped ?? '\n') };
}
