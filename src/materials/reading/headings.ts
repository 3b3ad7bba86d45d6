import { type PartKey } from '../content/index.js';

/** A paragraph of an uploaded document; `level` is the outline level of its style, 1 for the highest. */
export interface Paragraph {
  /** Where it stands, when that is not told by its order. */
  place?: string;
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
  new RegExp(
    `^(?:第${numeral}(?:部分|章|节)[\\s、．.：:]*|${numeral}\\s*[、．.，,]|${numeral}\\s+(?=\\S)|[ⅠⅡⅢⅣⅤⅥ]\\s*[、．.]?)`,
  ),
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
  return isBareTitle(line) ? { rank: 1, title: line.replace(/^[【[]|[】\]]?[：:]?$/gu, ''), rest: '' } : null;
}

const keywords: [PartKey, RegExp][] = [
  [
    'currentState',
    /现状|现况|成效|成绩|进展|(?:基本|总体|发展|工作|有关|完成|落实)情况|概况|(?:发展|工作|质量|现有)基础|工作回顾|主要做法/gu,
  ],
  ['shortcomings', /问题|不足|短板|差距|瓶颈|困难|挑战|制约|薄弱|弱项|难点|堵点|痛点/gu],
  ['goals', /目标(?:任务)?|指标|愿景|总体(?:思路|要求|考虑|设想)|发展思路|指导思想|基本原则/gu],
  [
    'measures',
    /任务|举措|措施|对策|建议|路径|重点(?:工作|项目|工程|领域|方向)|重大(?:项目|工程)|工作(?:重点|安排|计划|打算)|下一步|专项行动|保障|组织(?:实施|领导)|实施(?:步骤|安排)|进度安排|政策支持/gu,
  ],
];

/** Words that say nothing certain: only taken where a title has no other. */
const vague: [PartKey, RegExp][] = [
  ['currentState', /形势|环境|背景|回顾|基础|情况/gu],
  ['measures', /工作|行动|工程|项目|实施|推进/gu],
];

const anyOf = (among: typeof keywords) => new RegExp(among.map(([, { source }]) => source).join('|'), 'u');
const anyKeyword = anyOf([...keywords, ...vague]);

/**
 * The part that a title announces. What stands last in a Chinese noun phrase is what it is about
 * (解决问题的举措 are measures), and of several things named side by side the first leads.
 */
export function partNamed(title: string): PartKey | null {
  const about = title.slice(title.lastIndexOf('的') + 1);
  return firstNamed(about, keywords) ?? firstNamed(title, keywords);
}

/** The part that a title may mean where no title says so plainly; for a person to check. */
export const partHinted = (title: string): PartKey | null => firstNamed(title, vague);

/** Every part that a title names; more than one when parts were written together. */
export const partsNamed = (title: string): PartKey[] =>
  keywords.filter(([, pattern]) => title.search(pattern) !== -1).map(([part]) => part);

/** Of phrases side by side the first that names a part; inside one phrase what stands last: 质量保障能力现状. */
function firstNamed(text: string, among: typeof keywords): PartKey | null {
  if (!anyKeyword.test(text)) return null;
  for (const phrase of text.split(/[和与及、，]/u)) {
    const found = among.flatMap(([part, pattern]) =>
      [...phrase.matchAll(pattern)].map((match) => ({
        part,
        start: match.index,
        end: match.index + match[0].length,
      })),
    );
    const head = found.sort((a, b) => b.end - a.end || a.start - b.start)[0];
    if (head !== undefined) return head.part;
  }
  return null;
}

/** The four titles as the notice words them and as they are commonly shortened, alone on a line. */
const bareTitles =
  /^[【\[]?(?:质量)?(?:工作)?(?:发展)?(?:现状|基本情况|存在(?:的)?(?:主要)?(?:问题|短板|不足)(?:和|与|及|、)?(?:不足|短板)?|(?:主要)?问题(?:和|与|及|、)(?:不足|短板)|(?:主要|总体)?目标|主要指标|任务(?:与|和|及|、)?(?:举措|措施)|(?:主要|重点)任务|重点工作|保障措施)[】\]]?[：:]?$/u;

const isBareTitle = (line: string): boolean => bareTitles.test(line.replace(/\s+/g, ''));
