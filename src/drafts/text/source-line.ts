/** One line of a source with what its format says about it. */
export interface SourceLine {
  text: string;
  /** Depth of a heading that the format itself marks, from 1; 0 for the title of the document. */
  headingDepth?: number;
  /** Whether a blank line, or in a .docx a paragraph mark, stands before it. */
  afterBreak: boolean;
  /** A line drawn across the page (Markdown ---): what follows the clauses begins here. */
  isRule?: boolean;
  /** The rows of a table, one a line. */
  isTable?: boolean;
  /** Stands in a text box: nothing of it begins a clause. */
  isBoxed?: boolean;
  /** The place of the paragraph in a .docx, from 0. */
  paragraph?: number;
}
