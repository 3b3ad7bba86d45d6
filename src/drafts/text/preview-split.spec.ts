import { readFileSync } from 'node:fs';
import { seedsFolder } from '../../platform/index.js';
import { previewSplit, type SplitDoubt } from './preview-split.js';

const doubts = (...lines: string[]): SplitDoubt[] =>
  previewSplit({ kind: 'text', text: ['某某方案', ...lines].join('\n') }).doubts;
const kinds = (...lines: string[]): string[] => doubts(...lines).map(({ kind, label }) => `${kind} ${label}`);

describe('the preview of a split', () => {
  test('doubts nothing in the 2018 scheme but that it has no title', () => {
    const text = readFileSync(`${seedsFolder}/basis/scheme-2018.txt`, 'utf8');
    expect(previewSplit({ kind: 'text', text }).doubts.map(({ kind }) => kind)).toEqual(['no-title']);
  });

  test('names a number given twice', () => {
    expect(doubts('一、甲', '（一）子。', '（一）丑。')).toEqual([
      {
        kind: 'duplicate-number',
        label: '一、（一）',
        message: '“一、（一）丑”的编号与前面的条款重复，请核对编号。',
      },
    ]);
  });

  test('names a number left out and says which was expected', () => {
    const [doubt] = doubts('一、甲', '三、丙');
    expect(doubt).toMatchObject({ kind: 'number-gap', label: '三、' });
    expect(doubt.message).toContain('此处应为“二、”');
  });

  test('lets numbers run on below the next clause or start afresh, but not jump', () => {
    expect(kinds('一、甲', '（一）子。', '二、乙', '（二）丑。', '三、丙', '（三）寅。')).toEqual([]);
    expect(kinds('一、甲', '（一）子。', '二、乙', '（一）丑。')).toEqual([]);
    expect(
      kinds('一、甲', '（一）子。', '1. 天。', '（二）丑。', '2. 地。', '二、乙', '（三）寅。', '3. 人。'),
    ).toEqual([]);
    expect(kinds('一、甲', '（一）子。', '二、乙', '（四）丑。')).toEqual(['number-gap 二、（四）']);
  });

  test('names a heading that is as long as a sentence', () => {
    expect(kinds(`一、${'甲'.repeat(40)}`)).toEqual([]);
    expect(kinds(`一、${'甲'.repeat(41)}`)).toEqual(['long-heading 一、']);
  });

  test('names a level that is missing in between', () => {
    expect(kinds('一、甲', '（1）子。')).toEqual(['level-skipped 一、（1）']);
  });

  test('names a passage cut off before its full stop', () => {
    expect(kinds('一、甲', '正文到此为止')).toEqual(['unfinished-passage 一、']);
    expect(kinds('一、甲', '1. 提升质量。（市商务委牵头负责）')).toEqual(['level-skipped 一、1.']);
  });

  test('says what to do when nothing was recognised', () => {
    expect(doubts('没有编号的正文。')).toEqual([
      expect.objectContaining({
        kind: 'no-clauses',
        message: expect.stringContaining('“一、”“（一）”“1.”“（1）”'),
      }),
    ]);
  });
});
