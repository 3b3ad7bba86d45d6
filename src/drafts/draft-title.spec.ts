import { firstVersion } from '../../test/support/draft-samples.js';
import { retitle, saysTheSame } from './draft-title.js';
import { type DraftText } from './text/index.js';

const versions = ['初稿', '征求意见稿', '论证稿', '报批稿', '发布稿'];

const draft = (title: string, line: string): DraftText => ({
  title,
  head: [],
  foot: [],
  clauses: firstVersion('一、总体要求', line),
});

describe('the title of a draft', () => {
  test.each([
    ['实施方案（初稿）', '征求意见稿', '实施方案（征求意见稿）'],
    ['实施方案(报批稿)', '发布稿', '实施方案'],
    ['实施方案', '论证稿', '实施方案'],
    ['实施方案（试行）', '论证稿', '实施方案（试行）'],
  ] as const)('%s as %s is %s', (title, version, expected) => {
    expect(retitle(title, version, versions)).toBe(expected);
  });

  test('knows only the versions of its own plan', () => {
    expect(retitle('行动计划（草案）', '定稿', ['草案', '审议稿', '定稿'])).toBe('行动计划');
    expect(retitle('行动计划（草案）', '论证稿', versions)).toBe('行动计划（草案）');
  });

  test('is the only thing that may differ between versions that say the same', () => {
    const first = draft('实施方案（初稿）', '坚持质量第一。');
    expect(saysTheSame(first, draft('实施方案（论证稿）', '坚持质量第一。'), versions)).toBe(true);
    expect(saysTheSame(first, draft('实施方案（论证稿）', '坚持效益优先。'), versions)).toBe(false);
    expect(saysTheSame(first, draft('工作方案（初稿）', '坚持质量第一。'), versions)).toBe(false);
  });
});
