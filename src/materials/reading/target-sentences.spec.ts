import { readTargetSentences } from './target-sentences.js';

const read = (text: string, subject?: string) =>
  readTargetSentences(text, subject).targets.map(
    ({ name, year, text: amount }) => `${name} ${year} ${amount}`,
  );

describe('a sentence that states targets', () => {
  test.each<[string, string[]]>([
    [
      '到2025年，产品合格率达到60%以上，到2035年达到75%以上。',
      ['产品合格率 2025 达到60%以上', '产品合格率 2035 达到75%以上'],
    ],
    ['产品合格率到2025年达到60%，到2035年达到75%。', ['产品合格率 2025 达到60%', '产品合格率 2035 达到75%']],
    [
      '到2025年，甲率达到60%，乙率不低于70%；到2035年，甲率达到80%，乙率不低于90%。',
      ['甲率 2025 达到60%', '乙率 2025 不低于70%', '甲率 2035 达到80%', '乙率 2035 不低于90%'],
    ],
    ['到2025年和2035年，产品合格率分别达到60%和75%。', ['产品合格率 2025 60%', '产品合格率 2035 75%']],
    [
      '到2025年，甲率、乙率分别达到60%、70%，到2035年分别达到80%、90%。',
      ['甲率 2025 60%', '乙率 2025 70%', '甲率 2035 80%', '乙率 2035 90%'],
    ],
    ['到“十四五”末，高新技术企业突破2.6万家。', ['高新技术企业 2025 突破2.6万家']],
    ['到2025年，劳动生产率提高3个百分点。', ['劳动生产率 2025 提高3个百分点']],
    ['到2025年达标。', []],
    ['2020年，产品合格率达到84%。', []],
  ])('%s', (text, targets) => {
    expect(read(text)).toEqual(targets);
  });

  test('speaks of what a table names beside it', () => {
    expect(read('2025年达到60%，2035年达到75%', '合格率')).toEqual([
      '合格率 2025 达到60%',
      '合格率 2035 达到75%',
    ]);
    expect(read('2025年：60%；2035年：75%', '合格率')).toEqual(['合格率 2025 60%', '合格率 2035 75%']);
    expect(read('60%（2025年），75%（2035年）', '合格率')).toEqual(['合格率 2025 60%', '合格率 2035 75%']);
  });

  test('that was not understood is given back, so that it can be quoted', () => {
    expect(readTargetSentences('到2025年，甲率达到60%，乙率达到70%，到2035年达到75%。').unread).toEqual([
      '到2035年达到75%',
    ]);
  });
});
