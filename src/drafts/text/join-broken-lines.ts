import { beginsWithLabel } from './responsibility-words.js';
import { readClauseMark, readItemMark } from './numbering.js';
import type { SourceLine } from './source-line.js';

export interface JoinRules {
  /** Plain text copied from PDF has blank lines in mid-sentence; Markdown says by them that a passage ends. */
  acrossBreaks: boolean;
  /** Lines that are neither joined nor joined to: dates, signatures, 附件. */
  standsAlone: (line: SourceLine) => boolean;
}

const stop = /[。｡：:；;！!？?…][”’"'」』》〉）)】\]]*$/u;
const halfWidthStop = /[\p{L})）”][.．]$/u;
const closingBracket =
  /(?:[（(][^（()）]*(?:[（(][^（()）]*[）)][^（()）]*)*[）)]|【[^【】]*】|〔[^〔〕]*〕|[[［][^[\]［］]*[\]］])$/u;

/** A text copied from PDF has at least this many full lines before its width means anything. */
const leastFullLines = 3;
const shortestFullLine = 15;

/** Characters before the end of a line that decide; without a bound, ten thousand broken lines take minutes. */
const lookedBack = 400;

/** A line put together from parts, which are joined once only, at the end. */
interface JoinedLine {
  parts: SourceLine[];
  /** The last characters of what the parts make. */
  ending: string;
  isHeading: boolean;
}

/**
 * Puts together what a copy from PDF broke: a line without a stop at its end joins the next non-blank one,
 * headings and lines that stand alone excepted. Nothing joins a line that begins a clause or an item.
 */
export function joinBrokenLines(lines: readonly SourceLine[], rules: JoinRules): SourceLine[] {
  const fullLength = lengthOfFullLines(lines);
  const joined: JoinedLine[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    const parted = (!rules.acrossBreaks && line.afterBreak) || beginsAnew(line) || rules.standsAlone(line);
    if (last && !parted && isOpen(last, fullLength, rules)) {
      last.ending = joinTexts(last.ending, line.text).slice(-lookedBack);
      last.isHeading &&= !/[。｡]/u.test(line.text);
      last.parts.push(line);
    } else {
      joined.push({
        parts: [line],
        ending: line.text.slice(-lookedBack),
        isHeading: isNumberedHeading(line),
      });
    }
  }
  return joined.map(({ parts }) => (parts.length === 1 ? parts[0] : { ...parts[0], text: joinAll(parts) }));
}

/** Whether a text ends where a sentence ends; a bracket after the full stop belongs to the sentence. */
export function endsSentence(text: string): boolean {
  const ending = text.slice(-lookedBack);
  if (stop.test(ending) || halfWidthStop.test(ending)) return true;
  const bracket = closingBracket.exec(ending);
  if (!bracket) return false;
  const before = ending.slice(0, bracket.index).trimEnd();
  // Two brackets may follow each other: who, and until when.
  return stop.test(before) || (before !== '' && closingBracket.test(before) && endsSentence(before));
}

function isOpen({ parts, ending, isHeading }: JoinedLine, fullLength: number, rules: JoinRules): boolean {
  const [first] = parts;
  if (
    first.isRule ||
    first.isTable ||
    first.isBoxed ||
    first.headingDepth !== undefined ||
    rules.standsAlone(first)
  )
    return false;
  if (endsSentence(ending)) return false;
  if (/[，、,]$/u.test(ending) || hasOpenBracket(ending)) return true;
  return !isHeading || lengthOf(parts[parts.length - 1]) >= fullLength;
}

/** A numbered line without a full stop in it is a heading; with one, its body runs in and may be broken. */
function isNumberedHeading(line: SourceLine): boolean {
  return readClauseMark(line.text) !== undefined && !/[。｡]/u.test(line.text);
}

function beginsAnew(line: SourceLine): boolean {
  return (
    line.isRule === true ||
    line.isTable === true ||
    line.isBoxed === true ||
    line.headingDepth !== undefined ||
    readClauseMark(line.text) !== undefined ||
    readItemMark(line.text) !== undefined ||
    beginsWithLabel(line.text)
  );
}

function hasOpenBracket(text: string): boolean {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
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

function joinAll(parts: readonly SourceLine[]): string {
  return parts.map(({ text }, index) => (index > 0 ? gap(parts[index - 1].text, text) : '') + text).join('');
}

const joinTexts = (left: string, right: string): string => left + gap(left, right) + right;

/** Chinese is joined as it is; two Latin words were apart. */
const gap = (left: string, right: string): string =>
  /\p{Script=Latin}$/u.test(left) && /^\p{Script=Latin}/u.test(right) ? ' ' : '';
