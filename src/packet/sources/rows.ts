import { type OfficialPiece } from '../../render/index.js';

/** Rows of the `official` document template, by kind. */
export type Row = OfficialPiece;
export type Column = Extract<OfficialPiece, { kind: 'table-open' }>['columns'][number];

export const paragraph = (text: string): Row => ({ kind: 'paragraph', text });
export const note = (text: string): Row => ({ kind: 'note', text });
export const tableTitle = (text: string): Row => ({ kind: 'table-title', text });
export const toBeWritten = (text: string): Row => ({ kind: 'to-be-written', text });

export const heading = (level: 1 | 2 | 3 | 4, text: string, bookmark: string | null = null, id = 0): Row => ({
  kind: 'heading',
  level,
  text,
  bookmark,
  id,
});

export const paragraphs = (text: string): Row[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(paragraph);

/** A table of texts; widths in twentieths of a point, 8844 in all on an upright page. */
export function table(columns: Column[], cells: string[][]): Row[] {
  return [
    { kind: 'table-open', columns },
    ...cells.map((row): Row => ({ kind: 'table-row', cells: row })),
    { kind: 'table-close' },
  ];
}
