import { type DocumentView } from './document-stream.js';

/**
 * The pieces of an official document after GB/T 9704: templates/documents/official turns each into a paragraph,
 * a part of a table or a break, as DOCX and as HTML. Texts may hold line feeds; a line feed is a line break.
 */
export type OfficialPiece =
  | { kind: 'title' | 'subtitle' | 'addressee' | 'paragraph' | 'note' | 'attachment'; text: string }
  /** Stays on the page of the table that follows. */
  | { kind: 'table-title'; text: string }
  /** A clause whose title (`lead`, with its number) and body share a line; only the lead has the level's face. */
  | { kind: 'run-in'; level: 1 | 2 | 3 | 4; lead: string; text: string }
  /** What a person has still to write; it is marked in the document. */
  | { kind: 'to-be-written'; text: string }
  /** `text` with its number. `bookmark`: letters and digits, unique in the document, for {@link OfficialContents}. */
  | { kind: 'heading'; level: 1 | 2 | 3 | 4; text: string; bookmark: string | null; id: number }
  | OfficialContents
  | { kind: 'page-break' }
  /** Ends a part of the document with pages of its own direction; what follows begins a new page. */
  | { kind: 'section-end'; landscape: boolean }
  | { kind: 'signature'; organ: string; dateText: string }
  /** Widths in twentieths of a point: together 8844 on a portrait page, 14570 on a landscape one. */
  | { kind: 'table-open'; columns: { title: string; width: number }[] }
  | { kind: 'table-row'; cells: string[] }
  /** A table whose cells may be merged; the rows that are its head are repeated on every page. */
  | { kind: 'grid-open'; widths: number[] }
  | { kind: 'grid-row'; head: boolean; cells: GridCell[] }
  | { kind: 'table-close' };

export interface GridCell {
  text: string;
  /** Columns that it covers. */
  span: number;
  /** Rows that it covers; HTML counts them once, where the cell begins. */
  rows: number;
  /** Whether it is one with a cell above or below: Word has a cell in each row. */
  vertical: 'begins' | 'goes on' | null;
}

/** A table of contents; Word fills in the page numbers when it opens the file. */
export interface OfficialContents {
  kind: 'contents';
  entries: { text: string; level: 1 | 2; bookmark: string }[];
}

export interface OfficialDocument extends DocumentView {
  head: { title: string };
  rows: Iterable<OfficialPiece> | AsyncIterable<OfficialPiece>;
  /** Whether the last part of the document has landscape pages. */
  tail: { landscape: boolean };
}
