import fc from 'fast-check';
import { formatChineseNumeral } from '../../src/platform/index.js';
import {
  identifyClauses,
  parseDraft,
  type IdentifiedClause,
  type ParsedDraft,
} from '../../src/drafts/text/index.js';

/** Ids a1, a2, … in the order they are asked for. */
export function countingIds(prefix: string): () => string {
  let count = 0;
  return () => `${prefix}${++count}`;
}

export const draftFrom = (...lines: string[]): ParsedDraft =>
  parseDraft({ kind: 'text', text: lines.join('\n') });

/** A first version with ids v1, v2, … in document order. */
export const firstVersion = (...lines: string[]): IdentifiedClause[] =>
  identifyClauses(draftFrom(...lines), countingIds('v'));

/** An article of an invented plan; its texts are random, so that no two are alike by accident. */
export interface SampleArticle {
  title: string;
  body: string;
  paragraphs: string[];
}
export interface SampleChapter {
  title: string;
  articles: SampleArticle[];
}

const characters = Array.from(
  '质量强市标准计量认证检验检测品牌服务工程环境产业链供应创新技术管理监督安全消费健康教育医疗交通能源绿色智能制造数字转型人才培养文化宣传法治保障机制评价考核督察示范引领提升改进完善健全推动促进鼓励支持开展实施建设',
);
/** Text drawn from a seed: fast-check’s own small values would repeat one character and make all texts alike. */
const words = (minLength: number, maxLength: number): fc.Arbitrary<string> =>
  fc.tuple(fc.integer({ min: 0 }), fc.integer({ min: minLength, max: maxLength })).map(([seed, length]) => {
    let state = seed;
    return Array.from({ length }, () => {
      state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
      return characters[state % characters.length];
    }).join('');
  });

const sampleArticle = fc.record({
  title: words(8, 16),
  body: words(40, 90),
  paragraphs: fc.array(words(30, 60), { maxLength: 3 }),
});

/** Two to five chapters with up to six articles each. */
export const sampleChapters: fc.Arbitrary<SampleChapter[]> = fc.array(
  fc.record({ title: words(8, 14), articles: fc.array(sampleArticle, { maxLength: 6 }) }),
  { minLength: 2, maxLength: 5 },
);

/** The plan as plain text, numbered from one; articles run on across chapters. */
export function writeSample(chapters: readonly SampleChapter[]): string {
  let article = 0;
  const lines = chapters.flatMap((chapter, index) => [
    `${formatChineseNumeral(index + 1)}、${chapter.title}`,
    ...chapter.articles.flatMap(({ title, body, paragraphs }) => [
      `（${formatChineseNumeral(++article)}）${title}。`,
      `${body}。`,
      ...paragraphs.map((text, place) => `${place + 1}. ${text}。`),
    ]),
  ]);
  return ['推演方案', ...lines].join('\n');
}

export const readSample = (chapters: readonly SampleChapter[]): ParsedDraft =>
  parseDraft({ kind: 'text', text: writeSample(chapters) });
