import { type Amount, readAmount } from '../content/index.js';
import { compareIndicators, type IndicatorEntry } from './compare-indicators.js';

const amount = (text: string): Amount => {
  const read = readAmount(text);
  if (read === null) throw new Error(`no amount in ${text}`);
  return read;
};

const entry = (unitName: string, change: Partial<IndicatorEntry> = {}): IndicatorEntry => ({
  name: '研发投入强度',
  unit: '%',
  source: '统计公报',
  method: '',
  unitId: unitName,
  unitName,
  submissionId: `s-${unitName}`,
  baseline: amount('4.1'),
  value2025: amount('4.5'),
  value2035: amount('5'),
  ...change,
});
const sentences = (...entries: IndicatorEntry[]) =>
  compareIndicators(entries).flatMap(({ conflicts }) => conflicts.map(({ sentence }) => sentence));

describe('the same indicator of several units', () => {
  test('stands in one row, however its name is spelt', () => {
    const rows = compareIndicators([entry('甲'), entry('乙', { name: '研发投入 强度（全社会）' })]);
    expect(rows.map(({ name, entries }) => [name, entries.length])).toEqual([['研发投入强度', 2]]);
  });

  test('is not flagged when they agree, whatever the width of the sign', () => {
    expect(sentences(entry('甲'), entry('乙', { unit: '％' }), entry('丙', { unit: '百分比' }))).toEqual([]);
  });

  test('is flagged with who says what when target values differ', () => {
    expect(sentences(entry('甲'), entry('乙', { value2035: amount('6') }), entry('丙'))).toEqual([
      '2035年目标值不一致：5（甲、丙）、6（乙）',
    ]);
  });

  test('is flagged when one promises at least and the other exactly', () => {
    expect(
      sentences(entry('甲'), entry('乙', { value2025: amount('≥4.5'), value2035: amount('≥5') })),
    ).toEqual(['2025年目标值不一致：4.5（甲）、≥4.5（乙）', '2035年目标值不一致：5（甲）、≥5（乙）']);
  });

  test('is not flagged when they only write the same amount differently', () => {
    const entries = ['≥4.5', '4.5以上', '不低于4.5%', '≥ 4.5％'].map((text, index) =>
      entry(`单位${index}`, { value2025: amount(text) }),
    );
    expect(sentences(...entries)).toEqual([]);
  });

  test('is flagged when one states a change or words where another states a number', () => {
    expect(sentences(entry('甲'), entry('乙', { value2025: amount('提高4.5个百分点') }))).toEqual([
      '2025年目标值不一致：4.5（甲）、提高4.5个百分点（乙）',
    ]);
  });

  test('has no unit in whichever way units say so', () => {
    expect(sentences(entry('甲', { unit: '' }), entry('乙', { unit: '—' }))).toEqual([]);
  });

  test('is flagged only for its unit when units differ: the amounts cannot be compared', () => {
    expect(sentences(entry('甲'), entry('乙', { unit: '亿元', value2025: amount('900') }))).toEqual([
      '计量单位不一致：%（甲）、亿元（乙）',
    ]);
  });

  test('is flagged for base values that differ, and not for one that is not given', () => {
    expect(sentences(entry('甲'), entry('乙', { baseline: null }))).toEqual([]);
    expect(sentences(entry('甲'), entry('乙', { baseline: amount('3.9') }))).toEqual([
      '基期值不一致：4.1（甲）、3.9（乙）',
    ]);
  });

  test('of different names is never flagged', () => {
    expect(
      sentences(entry('甲'), entry('乙', { name: '万人发明专利拥有量', value2025: amount('30') })),
    ).toEqual([]);
  });
});
