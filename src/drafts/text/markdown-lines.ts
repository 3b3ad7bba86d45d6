import { isTableLine } from '../../platform/index.js';
import type { SourceLine } from './source-line.js';

const heading = /^(#{1,6})\s+(.*?)\s*#*$/;
const rule = /^(?:-{3,}|\*{3,}|_{3,})$/;
const bullet = /^[-*+]\s+(.*)$/;
const nestedNumber = /^(?:\t| {2,})\s*(\d{1,2})[.)]\s+(.*)$/;
const inlineMarks = /(\*\*|__)(?=\S)(.+?)\1/g;
const escapes = /\\([!-/:-@[-`{-~])/g;

/**
 * The lines of a Markdown text in the grammar of plain ones: a bullet becomes a dash item, a nested ordered list
 * a subparagraph, `#` the title when there is one such heading and it has no clause number.
 */
export function readMarkdownLines(text: string): SourceLine[] {
  const lines: SourceLine[] = [];
  let afterBreak = true;
  for (const raw of text.split('\n')) {
    const line = readLine(raw, afterBreak);
    if (line) lines.push(line);
    afterBreak = raw.trim() === '';
  }
  return withDepthsFromTitle(lines);
}

function readLine(raw: string, afterBreak: boolean): SourceLine | undefined {
  const nested = nestedNumber.exec(raw);
  const line = raw.trim().replace(/^>\s?/, '');
  if (line.trim() === '') return undefined;
  if (isTableLine(line)) return { text: line, afterBreak };
  if (rule.test(line)) return { text: '', afterBreak, isRule: true };
  if (nested) return { text: `（${nested[1]}）${plain(nested[2])}`, afterBreak };
  const headed = heading.exec(line);
  if (headed) return { text: plain(headed[2]), afterBreak, headingDepth: headed[1].length };
  const listed = bullet.exec(line);
  return { text: listed ? `--${plain(listed[1])}` : plain(line), afterBreak };
}

const plain = (text: string): string => text.replace(inlineMarks, '$2').replace(escapes, '$1').trim();

/** With one `#` the chapters are `##`; with several they are `#` themselves. A title has depth 0. */
function withDepthsFromTitle(lines: SourceLine[]): SourceLine[] {
  const top = lines.filter((line) => line.headingDepth === 1);
  if (top.length !== 1) return lines;
  return lines.map((line) =>
    line.headingDepth === undefined ? line : { ...line, headingDepth: line.headingDepth - 1 },
  );
}
