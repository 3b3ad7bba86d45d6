import { describe, expect, test } from '@jest/globals';
import { countingIds, draftFrom, firstVersion } from '../../../test/support/draft-samples.js';
import { ClauseDifferences } from './clause-differences.js';
import { type IdentifiedClause } from './clause.js';
import { matchClauses } from './match-clauses.js';

const before = firstVersion(
  '一、总体要求',
  '到2020年，供给质量明显改善。',
  '二、重点任务',
  '（一）提升农产品质量。健全农产品质量标准体系。',
  '（二）提升消费品质量。引导消费品向个性化、时尚化方向发展。',
  '（三）提升服务业质量。提高生活性服务业品质。',
  '三、保障措施',
  '加强统筹协调。',
);
const later = (...lines: string[]): IdentifiedClause[] =>
  matchClauses(before, draftFrom(...lines), countingIds('n')).clauses;
const idOf = (clauses: readonly IdentifiedClause[], title: string): string =>
  clauses.find((clause) => clause.title.startsWith(title))!.id;
const changedTitles = (after: IdentifiedClause[]): string[] => {
  const differences = new ClauseDifferences(before, after);
  const all = [...after, ...before.filter(({ id }) => !after.some((clause) => clause.id === id))];
  return all.filter(({ id }) => differences.changed(id)).map(({ title }) => title);
};

describe('whether a clause changed between two versions', () => {
  test('nothing did between a version and its copy, whatever spaces and line breaks it got', () => {
    const copy = before.map((clause) => ({ ...clause, body: clause.body.replace('，', '，\n') }));
    expect(changedTitles(copy)).toEqual([]);
  });

  test('a new word changes the clause and those it stands below, and no other', () => {
    const after = later(
      '一、总体要求',
      '到2020年，供给质量明显改善。',
      '二、重点任务',
      '（一）提升农产品质量。健全农产品质量安全标准体系。',
      '（二）提升消费品质量。引导消费品向个性化、时尚化方向发展。',
      '（三）提升服务业质量。提高生活性服务业品质。',
      '三、保障措施',
      '加强统筹协调。',
    );
    expect(changedTitles(after)).toEqual(['重点任务', '提升农产品质量']);
    const id = idOf(after, '提升农产品');
    expect(new ClauseDifferences(before, after).of(id)).toEqual({
      changed: true,
      before: '提升农产品质量。健全农产品质量标准体系。',
      after: '提升农产品质量。健全农产品质量安全标准体系。',
    });
  });

  test('another number alone changes nothing; what was taken out changed what it stood below', () => {
    const after = later(
      '一、总体要求',
      '到2020年，供给质量明显改善。',
      '二、重点任务',
      '（一）提升消费品质量。引导消费品向个性化、时尚化方向发展。',
      '（二）提升服务业质量。提高生活性服务业品质。',
      '三、保障措施',
      '加强统筹协调。',
    );
    expect(changedTitles(after)).toEqual(['重点任务', '提升农产品质量']);
    const gone = new ClauseDifferences(before, after).of(idOf(before, '提升农产品'));
    expect(gone).toMatchObject({ changed: true, after: null });
  });

  test('a chapter reads with all that stands below it, and a clause of neither version did not change', () => {
    const differences = new ClauseDifferences(before, before);
    expect(differences.of(idOf(before, '重点任务')).after).toContain('提高生活性服务业品质。');
    expect(differences.of('no-such')).toEqual({ changed: false, before: null, after: null });
  });
});
