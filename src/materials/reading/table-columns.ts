export type TableRows = readonly (readonly string[])[];

export interface Column {
  key: string;
  pattern: RegExp;
  /** Without it the table is another one. */
  required?: boolean;
}

/** A head may be two rows high (目标值 above 2025年 and 2035年). */
const highestHead = 2;

/**
 * The rows of a table as records, if its head has the required columns; none otherwise. A column goes to the first
 * pattern that fits, so narrow patterns stand before wide ones. Rows without any text are left out.
 */
export function readRows(table: TableRows, columns: readonly Column[]): Record<string, string>[] {
  for (let height = 1; height <= Math.min(highestHead, table.length); height += 1) {
    const places = placeColumns(headOf(table.slice(0, height)), columns);
    if (places === null) continue;
    return table
      .slice(height)
      .map((row) => recordOf(row, columns, places))
      .filter((record) => Object.values(record).some((text) => text !== ''));
  }
  return [];
}

const plain = (text: string | undefined): string => (text ?? '').replace(/\s+/g, '').normalize('NFKC');

function headOf(rows: TableRows): string[] {
  const width = Math.max(...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, column) => {
    const texts = rows.map((row) => plain(row[column]));
    return [...new Set(texts)].join('');
  });
}

function placeColumns(head: readonly string[], columns: readonly Column[]): Map<string, number> | null {
  const places = new Map<string, number>();
  for (const { key, pattern, required } of columns) {
    const taken = new Set(places.values());
    const place = head.findIndex((title, index) => !taken.has(index) && pattern.test(title));
    if (place !== -1) places.set(key, place);
    else if (required === true) return null;
  }
  return places;
}

function recordOf(
  row: readonly string[],
  columns: readonly Column[],
  places: Map<string, number>,
): Record<string, string> {
  const text = (key: string) => {
    const place = places.get(key);
    return place === undefined ? '' : (row[place] ?? '').trim();
  };
  return Object.fromEntries(columns.map(({ key }) => [key, text(key)]));
}
