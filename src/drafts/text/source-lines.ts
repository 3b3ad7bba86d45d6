import { cleanText, isTableLine, tableText } from '../../platform/index.js';
import { readMarkdownLines } from './markdown-lines.js';
import { type SourceLine } from './source-line.js';

/** A paragraph of a .docx as its reader hands it over; `level` is the outline level of a heading, from 1. */
export interface DocxParagraph {
  text: string;
  style?: string;
  level?: number;
  /** Stands in a text box, and so begins no clause. */
  boxed?: boolean;
}

export interface DocxTable {
  rows: readonly (readonly string[])[];
  /** How many paragraphs stand before it. */
  afterParagraph: number;
  merged?: readonly { row: number; column: number; continues: 'left' | 'above' }[];
  boxed?: boolean;
}

export type DraftSource =
  | { kind: 'text'; text: string }
  | { kind: 'markdown'; text: string }
  | { kind: 'docx'; paragraphs: readonly DocxParagraph[]; tables?: readonly DocxTable[] };

/** The non-blank lines of a source, cleaned of what no text may hold, without indents; a table is one line. */
export function readSourceLines(source: DraftSource): SourceLine[] {
  if (source.kind === 'docx') return readDocxLines(source.paragraphs, source.tables ?? []);
  const text = cleanText(source.text, '文稿');
  return gatherTables(source.kind === 'markdown' ? readMarkdownLines(text) : readPlainLines(text));
}

function readPlainLines(text: string): SourceLine[] {
  const lines: SourceLine[] = [];
  let afterBreak = true;
  for (const line of text.split('\n')) {
    const trimmed = line.trim();
    if (trimmed !== '') lines.push({ text: trimmed, afterBreak });
    afterBreak = trimmed === '';
  }
  return lines;
}

/** Rows that follow each other are one table. */
function gatherTables(lines: readonly SourceLine[]): SourceLine[] {
  const gathered: SourceLine[] = [];
  for (const line of lines) {
    const last = gathered.at(-1);
    if (!isTableLine(line.text)) gathered.push(line);
    else if (isDashes(line.text)) continue;
    else if (last?.isTable && !line.afterBreak) last.text += `\n${line.text}`;
    else gathered.push({ ...line, isTable: true });
  }
  return gathered;
}

/** The line of dashes below the first row of a Markdown table. */
const isDashes = (text: string): boolean => /^\|(?:\s*:?-+:?\s*\|)+$/u.test(text);

function readDocxLines(paragraphs: readonly DocxParagraph[], tables: readonly DocxTable[]): SourceLine[] {
  const lines: SourceLine[] = [];
  const tablesBefore = (place: number) => tables.filter(({ afterParagraph }) => afterParagraph === place);
  for (let place = 0; place <= paragraphs.length; place++) {
    lines.push(...tablesBefore(place).map((table) => readDocxTable(table)));
    if (place < paragraphs.length) lines.push(...readDocxParagraph(paragraphs[place], place));
  }
  return lines;
}

function readDocxTable({ rows, merged = [], boxed, afterParagraph }: DocxTable): SourceLine {
  const cells = rows.map((row, at) =>
    row.map((text, column) => {
      const place = merged.find((one) => one.row === at && one.column === column);
      return { text: cleanText(text, '文稿'), ...(place && { continues: place.continues }) };
    }),
  );
  const paragraph = Math.max(0, afterParagraph - 1);
  return { text: tableText(cells), afterBreak: true, isTable: true, isBoxed: boxed, paragraph };
}

function readDocxParagraph(paragraph: DocxParagraph, place: number): SourceLine[] {
  const headingDepth = paragraph.boxed ? undefined : depthOfStyle(paragraph);
  return readPlainLines(cleanText(paragraph.text, '文稿')).map((line, index) => ({
    ...line,
    afterBreak: index === 0,
    paragraph: place,
    ...(paragraph.boxed && { isBoxed: true }),
    ...(headingDepth === undefined ? {} : { headingDepth }),
  }));
}

/** Word names its styles in the language of the installation: Title, Heading 1, 标题, 标题 1, heading1. */
function depthOfStyle({ style = '', level }: DocxParagraph): number | undefined {
  if (/^(title|标题|標題)$/i.test(style.trim())) return 0;
  const named = /^(?:heading|标题|標題)\s*([1-9])$/i.exec(style.trim());
  if (named) return Number(named[1]);
  return style === '' || /heading|标题|標題/i.test(style) ? level : undefined;
}
