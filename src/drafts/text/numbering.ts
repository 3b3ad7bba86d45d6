import { formatChineseNumeral, parseChineseNumeral } from '../../platform/index.js';
import { clauseKinds, type ClauseKind } from './clause.js';

export interface ClauseMark {
  kind: ClauseKind;
  number: number;
  /** What follows the mark on its line. */
  rest: string;
}

const numeral = '[〇零一二三四五六七八九十百]+';
const figures = '[0-9０-９]';

/**
 * 一、 is a chapter, but 一、二、三级 goes on a sentence; （三） is an article, but （三）项 cites one; 1. is a
 * paragraph, but 1.5 is a number. Such lines begin so when a copy from PDF broke them there.
 */
const clauseMarks: Record<ClauseKind, RegExp> = {
  chapter: new RegExp(`^(${numeral})[、､．.]\\s*(?!${numeral}、)(.*)$`, 's'),
  article: new RegExp(`^[（(]\\s*(${numeral})\\s*[）)]\\s*(?![项項款][规規所之的、和或])(.*)$`, 's'),
  paragraph: new RegExp(`^(${figures}{1,3})\\s*[.．、](?!${figures})\\s*(.*)$`, 's'),
  subparagraph: new RegExp(
    `^[（(]\\s*(${figures}{1,2})\\s*[）)]\\s*(?![项項款][规規所之的、和或])(.*)$`,
    's',
  ),
};
const dash = /^(?:-{2}|—{2}|－{2}|―{2}|─{2}|–{2})\s*(.+)$/s;
const enumeration = /^([一二三四五六七八九十]{1,3}是)(.+)$/s;

/** Numbers typed as one character: ㈠ for （一）, ⑴ for （1）, ⒈ for 1. */
const enclosed = /^[\u3220-\u3229\u2474-\u249b]/;

/** The number a line begins with, if it begins a clause. */
export function readClauseMark(line: string): ClauseMark | undefined {
  const text = line.replace(enclosed, (character) => character.normalize('NFKC'));
  for (const kind of clauseKinds) {
    const match = clauseMarks[kind].exec(text);
    const number = match && readNumber(match[1]);
    if (match && number) return { kind, number, rest: match[2].trim() };
  }
  return undefined;
}

/** The mark a line begins with, if it begins an item inside a clause. All dashes are read as “--”. */
export function readItemMark(line: string): { mark: string; rest: string } | undefined {
  const dashed = dash.exec(line);
  if (dashed) return { mark: '--', rest: dashed[1] };
  const enumerated = enumeration.exec(line);
  return enumerated ? { mark: enumerated[1], rest: enumerated[2] } : undefined;
}

function readNumber(text: string): number | undefined {
  const folded = text.normalize('NFKC');
  return /^\d+$/.test(folded) ? Number(folded) : parseChineseNumeral(text);
}

/** 一、 （一） 1. （1） */
export function formatMark(kind: ClauseKind, number: number): string {
  if (kind === 'chapter') return `${formatChineseNumeral(number)}、`;
  if (kind === 'article') return `（${formatChineseNumeral(number)}）`;
  return kind === 'paragraph' ? `${number}.` : `（${number}）`;
}

/** “二、（五）1.” from the clauses on the way down. */
export function formatLabel(path: readonly { kind: ClauseKind; number: number }[]): string {
  return path.map(({ kind, number }) => formatMark(kind, number)).join('');
}
