import { wordingOf, type DraftText, type IdentifiedClause } from './clause.js';
import { isTableLine, readTableText } from '../../platform/index.js';
import { formatMark } from './numbering.js';
import { renumberClauses, type NumberingScopes } from './renumber-clauses.js';

export type DraftFormat = 'text' | 'markdown';

/** Two ideographic spaces, the indent of a passage in an official document. */
const indent = '　　';

/**
 * A draft as numbered text, its numbers generated again from the order of the clauses. Splitting the result gives
 * the same clauses.
 * @param scopes as for {@link renumberClauses}
 */
export function renderDraftText(draft: DraftText, format: DraftFormat, scopes?: NumberingScopes): string {
  const clauses = renumberClauses(draft.clauses, scopes);
  const blocks = format === 'markdown' ? markdownBlocks(draft, clauses) : textBlocks(draft, clauses);
  return `${blocks.join('\n\n')}\n`;
}

/** A table stands at the margin, its rows line by line. */
const indented = (passage: string): string => (isTable(passage) ? passage : indent + passage);

const isTable = (passage: string): boolean => passage.split('\n').every(isTableLine);

function textBlocks(draft: DraftText, clauses: readonly IdentifiedClause[]): string[] {
  const passages = [...draft.head, ...clauses.flatMap(numberedLines), ...draft.foot];
  return [...(draft.title === '' ? [] : [draft.title]), ...passages.map(indented)];
}

/** Chapters and articles become headings, unless their body runs in: a heading is not a paragraph long. */
function markdownBlocks(draft: DraftText, clauses: readonly IdentifiedClause[]): string[] {
  const blocks = draft.title === '' ? [] : [`# ${escapeMarkdown(draft.title)}`];
  blocks.push(...draft.head.map(escapeMarkdown));
  for (const clause of clauses) {
    const [heading = '', ...others] = numberedLines(clause).map(escapeMarkdown);
    blocks.push(clause.level > 2 || clause.runIn ? heading : `${'#'.repeat(clause.level + 1)} ${heading}`);
    blocks.push(...others);
  }
  return draft.foot.length === 0 ? blocks : [...blocks, '---', ...draft.foot.map(escapeMarkdown)];
}

function numberedLines(clause: IdentifiedClause): string[] {
  const mark = formatMark(clause.kind, clause.numberPath[clause.numberPath.length - 1]);
  const [first = '', ...others] = wordingOf(clause);
  const hasHeading = clause.runIn || clause.title + clause.titleStop !== '';
  return hasHeading ? [mark + first, ...others] : [mark, ...wordingOf(clause)];
}

/** Characters that Markdown would read as its own; a line of ours begins with none of its signs but “--”. */
function escapeMarkdown(text: string): string {
  if (isTable(text)) return markdownTable(text);
  return text.replace(/[\\`*_<[\]]/gu, '\\$&').replace(/^(?:[#>+]|-(?!-))/u, '\\$&');
}

/** Markdown wants a line of dashes below the first row. */
function markdownTable(text: string): string {
  const [first, ...others] = text.split('\n');
  const columns = readTableText(first)?.[0]?.length ?? 1;
  return [first, `|${' --- |'.repeat(columns)}`, ...others].join('\n');
}
