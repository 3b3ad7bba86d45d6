import fc from 'fast-check';
import {
  countingIds,
  readSample,
  sampleChapters,
  type SampleChapter,
} from '../../../test/support/draft-samples.js';
import { flattenClauses, type IdentifiedClause, type ParsedDraft } from './clause.js';
import { identifyClauses, matchClauses } from './match-clauses.js';

const seeded = <Value>(values: readonly Value[], seeds: readonly number[]): Value[] =>
  values
    .map((value, index) => ({ value, order: seeds[index % seeds.length] + index / 1_000 }))
    .sort((a, b) => a.order - b.order)
    .map(({ value }) => value);

/** Every article in another chapter and place, and the chapters in another order. */
function shuffle(chapters: readonly SampleChapter[], seeds: readonly number[]): SampleChapter[] {
  const articles = seeded(
    chapters.flatMap((chapter) => chapter.articles),
    seeds,
  );
  const order = seeded(chapters, [...seeds].reverse());
  return order.map((chapter, index) => ({
    ...chapter,
    articles: articles.filter((_, place) => place % order.length === index),
  }));
}

/** Two characters of every body and paragraph replaced. */
const reword = (chapters: readonly SampleChapter[]): SampleChapter[] =>
  chapters.map((chapter) => ({
    ...chapter,
    articles: chapter.articles.map((article) => ({
      ...article,
      body: changeText(article.body),
      paragraphs: article.paragraphs.map(changeText),
    })),
  }));
const changeText = (text: string): string => `${text.slice(0, 9)}甲${text.slice(10, 20)}乙${text.slice(21)}`;

const titleAndId = (clauses: readonly IdentifiedClause[]): Map<string, string> =>
  new Map(clauses.map((clause) => [clause.title.slice(0, 8), clause.id]));
const hasDistinctClauses = (draft: ParsedDraft): boolean => {
  const titles = flattenClauses(draft.clauses).map(({ clause }) => clause.title.slice(0, 8));
  return new Set(titles).size === titles.length;
};

describe('identities from version to version', () => {
  test('survive shuffling, renumbering and light rewording at once', () => {
    fc.assert(
      fc.property(
        sampleChapters,
        fc.array(fc.nat(100), { minLength: 1, maxLength: 30 }),
        (chapters, seeds) => {
          const before = readSample(chapters);
          fc.pre(hasDistinctClauses(before));
          const previous = identifyClauses(before, countingIds('v'));
          const found = matchClauses(
            previous,
            readSample(reword(shuffle(chapters, seeds))),
            countingIds('n'),
          );
          expect(titleAndId(found.clauses)).toEqual(
            new Map(
              [...titleAndId(found.clauses)].map(([title]) => [title, titleAndId(previous).get(title)]),
            ),
          );
          expect([found.added, found.removed]).toEqual([[], []]);
        },
      ),
    );
  });

  test('are each given once, and every clause is accounted for once', () => {
    fc.assert(
      fc.property(sampleChapters, sampleChapters, (chapters, others) => {
        const previous = identifyClauses(readSample(chapters), countingIds('v'));
        const next = readSample([...chapters.slice(1), ...others]);
        const found = matchClauses(previous, next, countingIds('n'));
        const ids = found.clauses.map((clause) => clause.id);
        expect(new Set(ids).size).toBe(ids.length);
        const survived = ids.filter((id) => !found.added.includes(id));
        expect([...survived, ...found.removed].sort()).toEqual(previous.map((clause) => clause.id).sort());
        expect(matchClauses(previous, next, countingIds('n'))).toEqual(found);
      }),
    );
  });

  test('of 500 clauses, all reworded, are found in well under a second', () => {
    const chapters: SampleChapter[] = Array.from({ length: 20 }, (_, chapter) => ({
      title: `第${chapter}类重点领域任务`,
      articles: Array.from({ length: 24 }, (_, article) => ({
        title: `提升第${chapter}类第${article}项质量水平`,
        body: inventBody(chapter * 24 + article),
        paragraphs: [],
      })),
    }));
    const previous = identifyClauses(readSample(chapters), countingIds('v'));
    const next = readSample(reword(chapters));
    expect(previous).toHaveLength(500);
    const began = process.cpuUsage();
    const found = matchClauses(previous, next, countingIds('n'));
    const used = process.cpuUsage(began);
    expect(used.user + used.system).toBeLessThan(800_000);
    expect(found.added).toEqual([]);
  });
});

/** Three hundred characters with the usual phrases in them, different for every number. */
function inventBody(number: number): string {
  const phrases = ['完善质量管理体系', '加强标准化建设', '提升质量竞争力', '推动高质量发展'];
  return Array.from({ length: 25 }, (_, index) => {
    const step = (number * 31 + index * 17) % 3_000;
    return (
      phrases[(number + index) % phrases.length] +
      String.fromCodePoint(0x4e00 + step, 0x5e00 + ((step * 7) % 3_000))
    );
  }).join('');
}
