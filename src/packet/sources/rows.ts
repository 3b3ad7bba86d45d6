/** Rows of the `official` document template, by kind. */
export const paragraph = (text: string): object => ({ kind: 'paragraph', text });
export const heading = (level: number, text: string, bookmark: string | null = null, id = 0): object => ({
  kind: 'heading',
  level,
  text,
  bookmark,
  id,
});
export const toBeWritten = (text: string): object => ({ kind: 'to-be-written', text });
export const paragraphs = (text: string): object[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(paragraph);

/** A table of texts; widths in twentieths of a point, about 8800 in all on an upright A4 page. */
export function table(columns: { title: string; width: number }[], cells: string[][]): object[] {
  return [
    { kind: 'table-open', columns },
    ...cells.map((row) => ({ kind: 'table-row', cells: row })),
    { kind: 'table-close' },
  ];
}
