import { type PartKey } from '../content/index.js';

/** A paragraph of an uploaded document; `level` is the outline level of its style, 1 for the highest. */
export interface Paragraph {
  text: string;
  style: string;
  level?: number;
}

export interface Heading {
  /** 1 for 一、 or a style of the first level, 2 for （一）, 3 for 1., 4 for （1）. */
  rank: number;
  title: string;
  /** What follows the title on the same line. */
  rest: string;
}

const numeral = '[一二三四五六七八九十百]+';
const marks = [
  new RegExp(`^(?:第${numeral}(?:部分|章|节)[\\s、．.：:]*|${numeral}\\s*[、．.])`),
  new RegExp(`^[（(]\\s*${numeral}\\s*[）)][、．.]?`),
  /^\d{1,2}\s*(?:[、．]|\.(?!\d))/,
  /^[（(]\s*\d{1,2}\s*[）)]/,
];

/** No title is longer; what is longer is a sentence that only begins with a number. */
const longestTitle = 40;

/** A line that begins a section: numbered as official documents number, set in a heading style, or only a known title. */
export function readHeading({ text, level }: Paragraph): Heading | null {
  const line = text.trim();
  const rank = marks.findIndex((mark) => mark.test(line));
  const body = rank === -1 ? line : line.replace(marks[rank], '').trim();
  const [, title, rest] = /^([^。：:；;\n]*)[。：:；;\n]?([\s\S]*)$/.exec(body) ?? ['', body, ''];
  if (title === '' || title.length > longestTitle) return null;
  if (level !== undefined) return { rank: level, title, rest };
  if (rank !== -1) return { rank: rank + 1, title, rest };
  return isBareTitle(line) ? { rank: 1, title: line.replace(/[：:]$/, ''), rest: '' } : null;
}

const keywords: [PartKey, RegExp][] = [
  ['currentState', /现状|现况|成效|基本情况|概况|发展情况|工作情况|发展基础/],
  ['shortcomings', /问题|不足|短板|差距|瓶颈|困难|挑战/],
  ['goals', /目标|指标/],
  ['measures', /任务|举措|措施|对策|建议|路径/],
];

/**
 * The part that a title announces. What stands last in a Chinese noun phrase is what it is about
 * (解决问题的举措 are measures), and of several things named side by side the first leads.
 */
export function partNamed(title: string): PartKey | null {
  const about = title.slice(title.lastIndexOf('的') + 1);
  return firstNamed(about) ?? firstNamed(title);
}

/** Every part that a title names; more than one when parts were written together. */
export const partsNamed = (title: string): PartKey[] =>
  keywords.filter(([, pattern]) => pattern.test(title)).map(([part]) => part);

function firstNamed(text: string): PartKey | null {
  const found = keywords
    .map(([part, pattern]) => ({ part, index: text.search(pattern) }))
    .filter(({ index }) => index !== -1)
    .sort((a, b) => a.index - b.index);
  return found[0]?.part ?? null;
}

/** The four titles as the notice words them and as they are commonly shortened, alone on a line. */
const bareTitles =
  /^(?:质量)?(?:发展)?(?:现状|存在(?:的)?(?:主要)?问题(?:和|与|及)?(?:不足)?|目标|任务(?:与|和|及)?举措|主要任务)[：:]?$/;

const isBareTitle = (line: string): boolean => bareTitles.test(line.replace(/\s+/g, ''));
