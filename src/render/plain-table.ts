import { type DocumentView } from './document-stream.js';

/** A cell that is a number stays one in a workbook; null is an empty cell. */
export type TableCell = string | number | null;

/**
 * Any table, by templates/documents/table: as DOCX, XLSX, CSV and HTML. Without a title its first row is the
 * header, which is the form that can be imported again.
 */
export interface PlainTable extends DocumentView {
  head: {
    title: string | null;
    /** One line below the title. */
    note: string;
    /** Widths in half-width characters, as a spreadsheet counts them. */
    columns: { title: string; width: number }[];
  };
  rows: Iterable<{ cells: TableCell[] }> | AsyncIterable<{ cells: TableCell[] }>;
  /** Lines below the table; not in CSV. */
  tail: { notes: string[] } | (() => { notes: string[] } | Promise<{ notes: string[] }>);
}
