import { cleanText } from '../../platform/index.js';
import { readMarkdownLines } from './markdown-lines.js';

/** A paragraph of a .docx as its reader hands it over; `level` is the outline level of a heading, from 1. */
export interface DocxParagraph {
  text: string;
  style?: string;
  level?: number;
}

export type DraftSource =
  | { kind: 'text'; text: string }
  | { kind: 'markdown'; text: string }
  | { kind: 'docx'; paragraphs: readonly DocxParagraph[] };

/** One line of a source with what its format says about it. */
export interface SourceLine {
  text: string;
  /** Depth of a heading that the format itself marks, from 1; 0 for the title of the document. */
  headingDepth?: number;
  /** Whether a blank line, or in a .docx a paragraph mark, stands before it. */
  afterBreak: boolean;
  /** A line drawn across the page (Markdown ---): what follows the clauses begins here. */
  isRule?: boolean;
}

/** The non-blank lines of a source, cleaned of what no text may hold, without indents. */
export function readSourceLines(source: DraftSource): SourceLine[] {
  if (source.kind === 'docx') return source.paragraphs.flatMap(readDocxParagraph);
  const text = cleanText(source.text, '文稿');
  return source.kind === 'markdown' ? readMarkdownLines(text) : readPlainLines(text);
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

function readDocxParagraph(paragraph: DocxParagraph): SourceLine[] {
  const headingDepth = depthOfStyle(paragraph);
  return readPlainLines(cleanText(paragraph.text, '文稿')).map((line, index) => ({
    ...line,
    afterBreak: index === 0,
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
