import { readClauseMark, readItemMark } from './numbering.js';
import type { SourceLine } from './source-lines.js';

export interface JoinRules {
  /** Plain text copied from PDF has blank lines in mid-sentence; Markdown says by them that a passage ends. */
  acrossBreaks: boolean;
  /** Lines that are neither joined nor joined to: dates, signatures, 附件. */
  standsAlone: (line: SourceLine) => boolean;
}

const stop = /[。｡：:；;！!？?…][”’"'」』》〉）)】\]]*$/u;
const halfWidthStop = /[\p{L})）”][.．]$/u;
const closingBracket = /[（(][^（()）]*(?:[（(][^（()）]*[）)][^（()）]*)*[）)]$/u;

/** A text copied from PDF has at least this many full lines before its width means anything. */
const leastFullLines = 3;
const shortestFullLine = 15;

/** Characters before the end of a line that decide; without a bound, ten thousand broken lines take minutes. */
const lookedBack = 400;

/**
 * Puts together what a copy from PDF broke: a line without a stop at its end joins the next non-blank one,
 * headings and lines that stand alone excepted. Nothing joins a line that begins a clause or an item.
 */
export function joinBrokenLines(lines: readonly SourceLine[], rules: JoinRules): SourceLine[] {
  const fullLength = lengthOfFullLines(lines);
  const joined: SourceLine[] = [];
  let previous: SourceLine | undefined;
  for (const line of lines) {
    const last = joined.at(-1);
    const parted = (!rules.acrossBreaks && line.afterBreak) || beginsAnew(line) || rules.standsAlone(line);
    if (last && previous && !parted && !rules.standsAlone(last) && isOpen(last, previous, fullLength)) {
      joined[joined.length - 1] = { ...last, text: joinTexts(last.text, line.text) };
    } else {
      joined.push(line);
    }
    previous = line;
  }
  return joined;
}

/** Whether a line ends where a sentence ends; a bracket after the full stop belongs to the sentence. */
export function endsSentence(text: string): boolean {
  const ending = text.slice(-lookedBack);
  const bracket = closingBracket.exec(ending);
  const beforeBracket = bracket ? ending.slice(0, bracket.index).trimEnd() : '';
  return stop.test(ending) || halfWidthStop.test(ending) || stop.test(beforeBracket);
}

/** `line` as joined so far, `lastPart` the last of the lines it was joined from. */
function isOpen(line: SourceLine, lastPart: SourceLine, fullLength: number): boolean {
  if (line.isRule || line.headingDepth !== undefined || endsSentence(line.text)) return false;
  if (/[，、,]$/u.test(line.text) || hasOpenBracket(line.text)) return true;
  return !isNumberedHeading(line) || lengthOf(lastPart) >= fullLength;
}

/** A numbered line without a full stop in it is a heading; with one, its body runs in and may be broken. */
function isNumberedHeading(line: SourceLine): boolean {
  return readClauseMark(line.text) !== undefined && !/[。｡]/u.test(line.text);
}

function beginsAnew(line: SourceLine): boolean {
  return (
    line.isRule === true ||
    line.headingDepth !== undefined ||
    readClauseMark(line.text) !== undefined ||
    readItemMark(line.text) !== undefined
  );
}

function hasOpenBracket(text: string): boolean {
  const ending = text.slice(-lookedBack);
  const count = (pattern: RegExp): number => ending.match(pattern)?.length ?? 0;
  return count(/《/gu) > count(/》/gu) || count(/[（(]/gu) > count(/[）)]/gu) || count(/“/gu) > count(/”/gu);
}

/**
 * The length at which a copied text's lines were broken, or Infinity when they were not. A heading as long as
 * that was broken too.
 */
function lengthOfFullLines(lines: readonly SourceLine[]): number {
  const lengths = lines
    .filter((line) => !beginsAnew(line) && !endsSentence(line.text))
    .map(lengthOf)
    .filter((length) => length >= shortestFullLine)
    .sort((a, b) => a - b);
  const median = lengths[Math.floor(lengths.length / 2)];
  const alike = lengths.filter((length) => Math.abs(length - median) <= 2);
  const isSteady = alike.length >= leastFullLines && alike.length * 2 > lengths.length;
  return isSteady ? median - 2 : Infinity;
}

const lengthOf = (line: SourceLine): number => Array.from(line.text).length;

/** Chinese is joined as it is; two Latin words were apart. */
function joinTexts(left: string, right: string): string {
  return /[\p{Script=Latin}]$/u.test(left) && /^[\p{Script=Latin}]/u.test(right)
    ? `${left} ${right}`
    : left + right;
}
