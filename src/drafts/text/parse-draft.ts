import {
  levelOf,
  passagesOf,
  type ClauseKind,
  type ClauseNode,
  type ParsedDraft,
  type Responsibility,
} from './clause.js';
import { tableItem, isTableItem } from './clause-table.js';
import { frameLines, type FrameDoubt } from './document-frame.js';
import { formatLabel, readClauseMark, readItemMark, type ClauseMark } from './numbering.js';
import { joined, readResponsibilities } from './responsibility.js';
import { type SourceLine } from './source-line.js';
import { readSourceLines, type DraftSource } from './source-lines.js';

/** Headings that only their style marks: a chapter, an article, a paragraph; deeper ones are subparagraphs. */
const kindsByDepth: readonly ClauseKind[] = ['chapter', 'article', 'paragraph', 'subparagraph'];

type OpenClause = { node: ClauseNode; kind: ClauseKind; number: number };

/** Where in a .docx a clause begins: paragraphs from this one on belong to it, up to the next place. */
interface Place {
  paragraph: number;
  label: string;
}

export interface SplitSource {
  draft: ParsedDraft;
  /** Lines around the clauses of which nobody can be sure. */
  frameDoubts: FrameDoubt[];
  /** Lines that are no part of the document: the shell of a web page. */
  shell: string[];
  /** The label of the clause that a paragraph of the .docx belongs to; what stands before or after them in words. */
  placeOf: (paragraph: number) => string;
}

/**
 * Splits a draft into its clauses by the numbering of Chinese official documents: 章 一、 条 （一） 款 1. 项 （1）.
 * The title of a clause is its text to the first full stop; what follows in that line is its body.
 * @throws InvalidInput when characters of the text are damaged
 */
export const parseDraft = (source: DraftSource): ParsedDraft => splitSource(source).draft;

export function splitSource(source: DraftSource): SplitSource {
  const framed = frameLines(readSourceLines(source), source.kind !== 'markdown');
  const { title, head, foot, clauseLines, footFrom } = framed;
  const places: Place[] = [{ paragraph: -1, label: '文首' }];
  const clauses = buildTree(clauseLines, places);
  if (footFrom !== undefined) places.push({ paragraph: footFrom, label: '文末' });
  return {
    draft: { title, head, foot, clauses },
    frameDoubts: framed.doubts,
    shell: framed.shell,
    placeOf: (paragraph) => places.findLast((place) => place.paragraph <= paragraph)?.label ?? '文首',
  };
}

function buildTree(lines: readonly SourceLine[], places: Place[]): ClauseNode[] {
  const roots: ClauseNode[] = [];
  const open: OpenClause[] = [];
  for (const line of lines) {
    const level = open.at(-1);
    const mark = line.isBoxed ? undefined : (readClauseMark(line.text) ?? readHeadingMark(line, open, roots));
    if (mark) {
      addClause(mark, open, roots);
      const { label } = open[open.length - 1].node;
      if (line.paragraph !== undefined) places.push({ paragraph: line.paragraph, label });
    } else if (level) addContent(level.node, line);
  }
  forEachClause(roots, (clause) => {
    clause.responsibilities = responsibilitiesOf(clause);
  });
  return roots;
}

/** A heading without a number gets the next one among its siblings. */
function readHeadingMark(
  line: SourceLine,
  open: readonly OpenClause[],
  roots: readonly ClauseNode[],
): ClauseMark | undefined {
  if (line.headingDepth === undefined || line.headingDepth === 0) return undefined;
  const kind = kindsByDepth[Math.min(line.headingDepth, kindsByDepth.length) - 1];
  const parent = open.findLast((clause) => levelOf(clause.kind) < levelOf(kind));
  const siblings = (parent ? parent.node.children : roots).filter((clause) => clause.kind === kind);
  return { kind, number: (siblings.at(-1)?.numberPath.at(-1) ?? 0) + 1, rest: line.text, written: '' };
}

function addClause(mark: ClauseMark, open: OpenClause[], roots: ClauseNode[]): void {
  while (open.length > 0 && levelOf(open[open.length - 1].kind) >= levelOf(mark.kind)) open.pop();
  const path = [...open, mark];
  const node: ClauseNode = {
    kind: mark.kind,
    level: levelOf(mark.kind),
    written: mark.written,
    numberPath: path.map(({ number }) => number),
    label: formatLabel(path),
    ...splitTitle(mark.rest),
    items: [],
    responsibilities: [],
    children: [],
  };
  (open.at(-1)?.node.children ?? roots).push(node);
  open.push({ node, kind: mark.kind, number: mark.number });
}

/** Text to the first full stop, or the whole line; a responsibility at the end of a line is no part of a title. */
function splitTitle(text: string): Pick<ClauseNode, 'title' | 'titleStop' | 'runIn' | 'body'> {
  const stop = /[。｡]|(?<![\dA-Za-z])[.．](?!\d)/u.exec(text);
  const responsibility = stop ? undefined : readResponsibilities(text).at(0);
  const end = stop?.index ?? (responsibility ? text.indexOf(responsibility.text) : text.length);
  const body = text.slice(end + (stop ? 1 : 0)).trim();
  return { title: text.slice(0, end).trim(), titleStop: stop?.[0] ?? '', runIn: body !== '', body };
}

function addContent(clause: ClauseNode, { text, isTable }: SourceLine): void {
  const item = readItemMark(text);
  if (isTable) clause.items.push(tableItem(text, passagesOf(clause).length));
  else if (item) {
    clause.items.push({ mark: item.mark, text: item.rest, afterPassage: passagesOf(clause).length });
  } else {
    clause.body += (clause.body === '' ? '' : '\n') + text;
  }
}

/** A bracket alone in its passage covers the passage before it. */
export function responsibilitiesOf(
  clause: Pick<ClauseNode, 'title' | 'titleStop' | 'runIn' | 'body' | 'items'>,
): Responsibility[] {
  const [first = '', ...others] = clause.runIn ? passagesOf(clause) : ['', ...passagesOf(clause)];
  const passages = [clause.title + clause.titleStop + first, ...others];
  const inBody: Responsibility[] = [];
  let bare = false;
  passages.forEach((passage, index) => {
    const read = readResponsibilities(passage);
    const alone = read.length > 0 && read[0].covers === '' && index > 0;
    // 牵头单位：A on one line and 配合单位：B on the next: one responsibility, of the passage above both.
    if (alone && bare) inBody[inBody.length - 1] = joined(inBody[inBody.length - 1], read[0]);
    else if (alone) inBody.push({ ...read[0], covers: passages[index - 1] });
    inBody.push(...read.slice(alone ? 1 : 0));
    bare = alone && read.length === 1 && read[0].text === passage.trim();
  });
  const items = clause.items.filter((item) => !isTableItem(item));
  return [...inBody, ...items.flatMap((item) => readResponsibilities(item.text))];
}

function forEachClause(clauses: readonly ClauseNode[], visit: (clause: ClauseNode) => void): void {
  for (const clause of clauses) {
    visit(clause);
    forEachClause(clause.children, visit);
  }
}
