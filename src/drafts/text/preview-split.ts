import { excerpt } from '../../platform/index.js';
import { isTableItem } from './clause-table.js';
import { flattenClauses, passagesOf, type ClauseKind, type ClauseNode, type ParsedDraft } from './clause.js';
import { endsSentence } from './join-broken-lines.js';
import { formatMark } from './numbering.js';
import { splitSource } from './parse-draft.js';
import { readResponsibilities, unreadBrackets } from './responsibility.js';
import type { DraftSource } from './source-lines.js';

export type SplitDoubtKind =
  | 'no-clauses'
  | 'no-title'
  | 'duplicate-number'
  | 'number-gap'
  | 'long-heading'
  | 'level-skipped'
  | 'unfinished-passage'
  | 'annex-content'
  | 'bare-units'
  | 'in-file';

/** A place a person should look at before the split is taken. */
export interface SplitDoubt {
  kind: SplitDoubtKind;
  /** The clause's label, '' for the whole text. */
  label: string;
  /** In Chinese, for the page and the command line. */
  message: string;
}

/** Something of the file that is no part of the text read from it. */
export interface LeftOut {
  /** The clause it stood in, or 文首, 文末, 网页. */
  place: string;
  what: string;
}

export interface SplitPreview {
  draft: ParsedDraft;
  doubts: SplitDoubt[];
  /** A person confirms this like the doubts: nothing of a file goes in silence. */
  leftOut: LeftOut[];
}

/** What the reader of a .docx found, each at the place of a paragraph. */
export interface FileFindings {
  doubts: readonly { paragraph: number; message: string }[];
  leftOut: readonly { paragraph: number; what: string }[];
}

const nothing: FileFindings = { doubts: [], leftOut: [] };

/** A heading of more characters than this is more likely a sentence that lost its full stop. */
const longestHeading = 40;

/**
 * Splits a draft as {@link parseDraft} would and lists the doubtful places: those of the numbering first, those of
 * the file last.
 */
export function previewSplit(source: DraftSource, found: FileFindings = nothing): SplitPreview {
  const { draft, frameDoubts, shell, placeOf } = splitSource(source);
  const inFile = found.doubts.map(({ paragraph, message }) => ({
    kind: 'in-file' as const,
    label: placeOf(paragraph),
    message,
  }));
  return {
    draft,
    doubts: [
      ...doubtsOfWhole(draft),
      ...doubtsOfSiblings(draft.clauses),
      ...doubtsOfClauses(draft),
      ...frameDoubts.map(({ kind, message }) => ({ kind, label: '文末', message })),
      ...inFile,
    ],
    leftOut: [
      ...shell.map((line) => ({ place: '网页', what: `页面文字“${excerpt(line, 60)}”` })),
      ...found.leftOut.map(({ paragraph, what }) => ({ place: placeOf(paragraph), what })),
    ],
  };
}

function doubtsOfWhole(draft: ParsedDraft): SplitDoubt[] {
  const doubts: SplitDoubt[] = [];
  if (draft.title === '') {
    doubts.push({ kind: 'no-title', label: '', message: '没有找到文稿标题，请在正文之前单独一行写明。' });
  }
  if (draft.clauses.length === 0) {
    const message = '没有识别出条款。条款编号应为“一、”“（一）”“1.”“（1）”，并写在行首。';
    doubts.push({ kind: 'no-clauses', label: '', message });
  }
  return doubts;
}

/**
 * Numbers must follow each other. Below each clause they may start afresh or run on from the last of their kind,
 * as the articles of many plans do across chapters, so the first below a clause is right either way.
 * @param lastOfKind the last numbers seen anywhere before
 */
function doubtsOfSiblings(
  clauses: readonly ClauseNode[],
  lastOfKind = new Map<ClauseKind, number>(),
): SplitDoubt[] {
  const doubts: SplitDoubt[] = [];
  const seen = new Set<string>();
  const previous = new Map<ClauseKind, number>();
  for (const clause of clauses) {
    const { kind } = clause;
    const number = clause.numberPath[clause.numberPath.length - 1];
    const before = previous.get(kind);
    const expected = before === undefined ? [1, (lastOfKind.get(kind) ?? 0) + 1] : [before + 1];
    if (seen.has(formatMark(kind, number))) doubts.push(duplicate(clause));
    else if (!expected.includes(number)) doubts.push(gap(clause, expected[expected.length - 1]));
    seen.add(formatMark(kind, number));
    previous.set(kind, number);
    lastOfKind.set(kind, number);
    doubts.push(...doubtsOfSiblings(clause.children, lastOfKind));
  }
  return doubts;
}

function duplicate(clause: ClauseNode): SplitDoubt {
  return {
    kind: 'duplicate-number',
    label: clause.label,
    message: `“${clause.label}${nameOf(clause)}”的编号与前面的条款重复，请核对编号。`,
  };
}

function gap(clause: ClauseNode, expected: number): SplitDoubt {
  return {
    kind: 'number-gap',
    label: clause.label,
    message: `“${clause.label}${nameOf(clause)}”的编号不连续，此处应为“${formatMark(clause.kind, expected)}”，请核对是否缺少条款。`,
  };
}

function doubtsOfClauses(draft: ParsedDraft): SplitDoubt[] {
  const flat = flattenClauses(draft.clauses);
  return flat.flatMap(({ clause, parent }) => [
    ...doubtOfHeading(clause),
    ...doubtOfLevel(clause, parent < 0 ? undefined : flat[parent].clause),
    ...doubtOfEnding(clause),
    ...doubtsOfUnits(clause),
  ]);
}

/** A paragraph or subparagraph is often one long sentence; only the headings of chapters and articles are short. */
function doubtOfHeading(clause: ClauseNode): SplitDoubt[] {
  const length = Array.from(clause.title).length;
  if (clause.level > 2 || length <= longestHeading) return [];
  const message = `“${clause.label}${nameOf(clause)}”的标题有${length}个字，可能是正文与标题连在一起，请核对断句。`;
  return [{ kind: 'long-heading', label: clause.label, message }];
}

function doubtOfLevel(clause: ClauseNode, parent: ClauseNode | undefined): SplitDoubt[] {
  if (clause.level <= 2 || (parent && clause.level - parent.level === 1)) return [];
  const message = `“${clause.label}${nameOf(clause)}”之上缺少一级条款，请核对编号层级。`;
  return [{ kind: 'level-skipped', label: clause.label, message }];
}

/** Who leads and who takes part cannot be told from a mere list of units, nor from words that were not understood. */
function doubtsOfUnits(clause: ClauseNode): SplitDoubt[] {
  const heading = clause.title + clause.titleStop;
  const passages = clause.runIn ? passagesOf(clause) : [heading, ...passagesOf(clause)];
  const items = clause.items.filter((item) => !isTableItem(item)).map(({ text }) => text);
  return [...passages, ...items].flatMap(unreadBrackets).map(({ text, bare }) => ({
    kind: 'bare-units',
    label: clause.label,
    message: bare
      ? `“${clause.label}”的“${text}”只列出单位，没有写明由谁牵头、由谁负责，未读作责任单位，请核对。`
      : `“${clause.label}”的“${text}”提到单位，没有读懂由谁负责，未读作责任单位，请核对。`,
  }));
}

function doubtOfEnding(clause: ClauseNode): SplitDoubt[] {
  const heading = clause.runIn ? clause.title + clause.titleStop : '';
  const passages = passagesOf(clause).map((passage, index) => (index === 0 ? heading : '') + passage);
  const unfinished = passages.find(
    (passage) => !endsSentence(passage) && readResponsibilities(passage).at(0)?.text !== passage.trim(),
  );
  if (unfinished === undefined) return [];
  const message = `“${clause.label}”中有一段没有句末标点（……${tailOf(unfinished)}），可能被截断，请核对。`;
  return [{ kind: 'unfinished-passage', label: clause.label, message }];
}

const nameOf = (clause: ClauseNode): string => {
  const characters = Array.from(clause.title);
  return characters.length > 15 ? `${characters.slice(0, 15).join('')}……` : clause.title;
};

const tailOf = (passage: string): string => Array.from(passage).slice(-12).join('');
