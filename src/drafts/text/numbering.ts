import { formatChineseNumeral, parseChineseNumeral } from '../../platform/index.js';
import { clauseKinds, type ClauseKind } from './clause.js';

export interface ClauseMark {
  kind: ClauseKind;
  number: number;
  /** What follows the mark on its line. */
  rest: string;
  /** The number as written, without spaces. */
  written: string;
}

/** Spaces inside and around a number say nothing: 一 、 and （ 十 二 ） are typed to look well. */
const numeral = '[〇○零一二三四五六七八九十百](?:\\s*[〇○零一二三四五六七八九十百])*';
const figures = '[0-9０-９]';

/**
 * 一、 is a chapter, but 一、二、三级 goes on a sentence; （三） is an article, but （三）项 cites one; 1. is a
 * paragraph, but 1.5 is a number. Such lines begin so when a copy from PDF broke them there.
 */
const clauseMarks: Record<ClauseKind, RegExp> = {
  chapter: new RegExp(`^(${numeral})\\s*[、､．.]\\s*(?!${numeral}\\s*、)(.*)$`, 's'),
  article: new RegExp(`^[（(]\\s*(${numeral})\\s*[）)]\\s*(?![项項款][规規所之的、和或])(.*)$`, 's'),
  paragraph: new RegExp(`^(${figures}{1,3})\\s*[.．、](?!${figures})\\s*(.*)$`, 's'),
  subparagraph: new RegExp(
    `^[（(]\\s*(${figures}{1,2})\\s*[）)]\\s*(?![项項款][规規所之的、和或])(.*)$`,
    's',
  ),
};
const dash = /^(?:-{2}|—{2}|－{2}|―{2}|─{2}|–{2})\s*(.+)$/s;
const enumeration = /^([一二三四五六七八九十]{1,3})\s*是(.+)$/s;
/** ①, ㊀: below （1） the standard knows no level, so these are points of a clause. */
const circled = /^([①-⑳㉑-㉟㊀-㊉])\s*(.+)$/s;

/** Numbers typed as one character: ㈠ for （一）, ⑴ for （1）, ⒈ for 1. */
const enclosed = /^[\u3220-\u3229\u2474-\u249b]/;

/** The number a line begins with, if it begins a clause. */
export function readClauseMark(line: string): ClauseMark | undefined {
  const text = line.replace(enclosed, (character) => character.normalize('NFKC'));
  for (const kind of clauseKinds) {
    const match = clauseMarks[kind].exec(text);
    const number = match && readNumber(match[1]);
    if (match && number) return { kind, number, rest: match[2].trim(), written: writtenMark(line, match[2]) };
  }
  return undefined;
}

/** The mark a line begins with, if it begins an item inside a clause. All dashes are read as “--”. */
export function readItemMark(line: string): { mark: string; rest: string } | undefined {
  const dashed = dash.exec(line);
  if (dashed) return { mark: '--', rest: dashed[1] };
  const enumerated = enumeration.exec(line);
  if (enumerated) return { mark: `${enumerated[1]}是`, rest: enumerated[2] };
  const point = circled.exec(line);
  return point ? { mark: point[1], rest: point[2] } : undefined;
}

function writtenMark(line: string, rest: string): string {
  return line.slice(0, rest === '' ? undefined : -rest.length).replace(/\s+/gu, '');
}

function readNumber(text: string): number | undefined {
  const folded = text.normalize('NFKC').replace(/\s+/gu, '');
  if (/^\d+$/.test(folded)) return Number(folded);
  return parseChineseNumeral(folded) ?? readDigits(folded.replace(/[○零]/gu, '〇'));
}

/** 一〇 for ten, 一一 for eleven: Word's ideographDigital, and years. */
function readDigits(text: string): number | undefined {
  const figures = Array.from(text, (character) => '〇一二三四五六七八九'.indexOf(character));
  return figures.length < 2 || figures.includes(-1) ? undefined : Number(figures.join('')) || undefined;
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
