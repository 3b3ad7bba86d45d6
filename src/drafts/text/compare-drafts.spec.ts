import { countingIds, draftFrom, firstVersion } from '../../../test/support/draft-samples.js';
import { longestIncreasingRun } from './clause-changes.js';
import { compareDrafts } from './compare-drafts.js';
import { matchClauses } from './match-clauses.js';

const before = firstVersion(
  '一、总体要求',
  '到2020年，供给质量明显改善。',
  '二、重点任务',
  '（一）提升农产品质量。',
  '健全农产品质量标准体系。',
  '（二）提升消费品质量。',
  '引导消费品向个性化、时尚化方向发展。',
  '（三）提升服务业质量。',
  '提高生活性服务业品质，促进生产性服务业专业化。',
);
const after = matchClauses(
  before,
  draftFrom(
    '一、总体要求',
    '到2025年，供给质量明显改善。',
    '二、重点任务',
    '（一）提升服务业质量。',
    '提高生活性服务业品质，促进生产性服务业专业化。',
    '（二）提升农产品质量。',
    '健全农产品质量标准体系。',
    '（三）提升工程质量。',
    '落实工程参建各方主体责任。',
  ),
  countingIds('n'),
).clauses;
const comparison = compareDrafts(before, after);

describe('the comparison of two versions', () => {
  test('stands in the order of the later one, with what is gone where it was', () => {
    expect(comparison.map(({ status, before: old, after: now }) => [status, old?.label, now?.label])).toEqual(
      [
        ['reworded', '一、', '一、'],
        ['unchanged', '二、', '二、'],
        ['moved', '二、（三）', '二、（一）'],
        ['renumbered', '二、（一）', '二、（二）'],
        ['removed', '二、（二）', undefined],
        ['added', undefined, '二、（三）'],
      ],
    );
  });

  test('shows the words that changed, and those of a clause that came or went as a whole', () => {
    expect(comparison[0].segments).toEqual([
      { kind: 'same', text: '总体要求\n到' },
      { kind: 'removed', text: '2020' },
      { kind: 'added', text: '2025' },
      { kind: 'same', text: '年，供给质量明显改善。' },
    ]);
    expect(comparison[4].segments).toEqual([
      { kind: 'removed', text: '提升消费品质量。\n引导消费品向个性化、时尚化方向发展。' },
    ]);
    expect(comparison[5].segments[0].kind).toBe('added');
    expect(comparison[2].segments.map(({ kind }) => kind)).toEqual(['same']);
  });

  test('of a clause that was moved and reworded says reworded and knows both', () => {
    const again = matchClauses(
      before,
      draftFrom(
        '一、总体要求',
        '到2020年，供给质量明显改善。',
        '（一）提升农产品质量。',
        '健全农产品的质量标准体系。',
        '二、重点任务',
      ),
      countingIds('n'),
    ).clauses;
    expect(compareDrafts(before, again).find(({ id }) => id === 'v3')).toMatchObject({
      status: 'reworded',
      change: { moved: true, reworded: true, renumbered: true },
    });
  });

  test('works between versions that do not follow each other, and in either direction', () => {
    expect(
      compareDrafts(after, before)
        .map(({ status }) => status)
        .sort(),
    ).toEqual(['added', 'moved', 'removed', 'renumbered', 'reworded', 'unchanged'].sort());
    expect(compareDrafts(before, before).every(({ status }) => status === 'unchanged')).toBe(true);
    expect(compareDrafts([], after).every(({ status }) => status === 'added')).toBe(true);
    expect(compareDrafts(before, []).every(({ status }) => status === 'removed')).toBe(true);
  });

  test('does not call a passage broken in another place reworded', () => {
    const one = firstVersion('一、甲', '第一句。', '第二句。');
    const other = firstVersion('一、甲', '第一句。第二句。');
    expect(compareDrafts(one, other)[0].status).toBe('unchanged');
  });
});

describe('the longest run that kept its order', () => {
  test.each([
    [[], []],
    [
      [1, 2, 3],
      [1, 2, 3],
    ],
    [
      [3, 1, 2],
      [1, 2],
    ],
    [
      [2, 3, 4, 1],
      [2, 3, 4],
    ],
    [
      [5, 1, 6, 2, 7, 3],
      [1, 2, 3],
    ],
  ])('of %j is %j', (values, run) => {
    expect([...longestIncreasingRun(values)].sort()).toEqual(run);
  });
});
