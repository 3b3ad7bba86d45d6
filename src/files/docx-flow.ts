export interface DocxParagraph {
  text: string;
  /** The style's own name: heading 1, Normal, 正文文本. */
  style: string;
  /** 1 for a heading of the first level; absent for body text. */
  level?: number;
  /** Stands in a text box that is anchored in the paragraph before. */
  boxed?: boolean;
}

/** A place that is one with its neighbour: a merged cell has its text where it begins. */
export interface MergedPlace {
  row: number;
  column: number;
  continues: 'left' | 'above';
}

export interface DocxTable {
  /** Cell texts, row by row; the places that a merged cell covers are empty and named in `merged`. */
  rows: string[][];
  /** How many of the document's paragraphs stand before the table. */
  afterParagraph: number;
  merged: MergedPlace[];
  boxed?: boolean;
}

type Rows = Pick<DocxTable, 'rows' | 'merged'>;
export type Block = DocxParagraph | (Rows & { boxed?: boolean });

/** Paragraphs and tables one after the other: of the document, of a cell, of a text box. */
export interface Flow<Open> {
  blocks: Block[];
  /** A paragraph whose end was taken away: the next one goes on in it. */
  unended?: Open;
}

export interface OpenTable extends Rows {
  depth: number;
  row: string[];
  rowDepth: number;
  rowGone: boolean;
  span: number;
  cellDepth: number;
  cellGone: boolean;
  continuesAbove: boolean;
}

export const openTable = (depth: number): OpenTable => ({
  depth,
  rows: [],
  merged: [],
  row: [],
  rowDepth: 0,
  rowGone: false,
  span: 1,
  cellDepth: 0,
  cellGone: false,
  continuesAbove: false,
});

/** The text of a cell: its paragraphs line by line, the rows of a table inside it as lines with tabs. */
export const textOfCell = ({ blocks }: Flow<unknown>): string =>
  blocks
    .flatMap((block) => ('rows' in block ? block.rows.map((row) => row.join('\t')) : [block.text]))
    .join('\n')
    .trim();

/** Puts a cell at the end of its row, with the places it covers to the right. */
export function addCell(table: OpenTable, text: string): void {
  const row = table.rows.length;
  if (table.continuesAbove) {
    table.merged.push({ row, column: table.row.length, continues: 'above' });
  }
  table.row.push(text);
  for (let column = 1; column < table.span; column++) {
    table.merged.push({ row, column: table.row.length, continues: table.continuesAbove ? 'above' : 'left' });
    table.row.push('');
  }
}

/** Without the merged places of rows that did not stay. */
export const keptMerges = ({ rows, merged }: Rows): MergedPlace[] =>
  merged.filter(({ row, column }) => row < rows.length && column < rows[row].length);
