import { formatLabel, formatMark, readClauseMark, readItemMark } from './numbering.js';

describe('the number a clause begins with', () => {
  test.each([
    ['一、总体要求', 'chapter', 1, '总体要求'],
    ['九十九、附则', 'chapter', 99, '附则'],
    ['（三十三）加强宣传动员。', 'article', 33, '加强宣传动员。'],
    ['(二) 工作原则', 'article', 2, '工作原则'],
    ['（ 十 ）推进社会治理精细化', 'article', 10, '推进社会治理精细化'],
    ['（一）目标', 'article', 1, '目标'],
    ['（二）项目建设', 'article', 2, '项目建设'],
    ['三、二级市场', 'chapter', 3, '二级市场'],
    ['㈠指导思想', 'article', 1, '指导思想'],
    ['1．材料收集', 'paragraph', 1, '材料收集'],
    ['12. 开展编制', 'paragraph', 12, '开展编制'],
    ['３、审议', 'paragraph', 3, '审议'],
    ['⒉报批', 'paragraph', 2, '报批'],
    ['（1）标准', 'subparagraph', 1, '标准'],
    ['(2)计量', 'subparagraph', 2, '计量'],
    ['⑶认证', 'subparagraph', 3, '认证'],
  ])('“%s” is %s %i', (line, kind, number, rest) => {
    expect(readClauseMark(line)).toMatchObject({ kind, number, rest });
  });

  test.each([
    '1.5倍以上的增幅',
    '2021年6月',
    '（三）项所列情形',
    '（2020年）的目标',
    '（征求意见稿）',
    '一、二、三级重点企业',
    '十十、不是数字',
    '一是加强领导',
    '附件1',
  ])('“%s” begins no clause', (line) => {
    expect(readClauseMark(line)).toBeUndefined();
  });

  test('is written as in GB/T 9704, and every number up to 99 reads back as itself', () => {
    for (const kind of ['chapter', 'article', 'paragraph', 'subparagraph'] as const) {
      for (let number = 1; number <= 99; number++) {
        const mark = formatMark(kind, number);
        expect(readClauseMark(`${mark}标题`)).toEqual({ kind, number, rest: '标题', written: mark });
      }
    }
  });

  test('is shown with the numbers above it', () => {
    const path = [
      { kind: 'chapter', number: 2 },
      { kind: 'article', number: 5 },
      { kind: 'paragraph', number: 1 },
      { kind: 'subparagraph', number: 3 },
    ] as const;
    expect(formatLabel(path.slice(0, 2))).toBe('二、（五）');
    expect(formatLabel(path)).toBe('二、（五）1.（3）');
  });
});

describe('the mark of an item', () => {
  test.each([
    ['--创新驱动。', '--', '创新驱动。'],
    ['——质量领先。', '--', '质量领先。'],
    ['－－标准领跑。', '--', '标准领跑。'],
    ['一是大力宣传。', '一是', '大力宣传。'],
    ['十一是另有安排。', '十一是', '另有安排。'],
  ])('“%s” is %s', (line, mark, rest) => {
    expect(readItemMark(line)).toEqual({ mark, rest });
  });

  test.each(['-创新', '—2020年', '是大力宣传', '一、总体要求'])('“%s” is none', (line) => {
    expect(readItemMark(line)).toBeUndefined();
  });
});
