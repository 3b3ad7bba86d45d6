import { comparableAmount, differsFromUnit, foldUnit, readingOf, readTarget } from './target.js';

const target = (entry: number | string | null, unit: string, bound: '' | '≥' | '≤' = '') => {
  const amount = readTarget(entry, { unit, bound });
  if (amount === null) throw new Error(`no amount in ${entry}`);
  return amount;
};

describe('an amount beside the unit of its indicator', () => {
  test('that was stored as a number with its bound reads as before', () => {
    expect(target(95, '%', '≥')).toMatchObject({ text: '≥95', value: 95, comparator: '≥', kind: 'number' });
    expect(readTarget(null, { unit: '%', bound: '≥' })).toBeNull();
  });

  test('keeps its own bound against that of the row', () => {
    expect(target('90%左右', '%', '≥')).toMatchObject({ text: '90%左右', comparator: '≈' });
    expect(target('翻一番', '倍', '≥')).toMatchObject({ text: '翻一番', comparator: '', kind: 'growth' });
  });

  test('is counted in the unit that it repeats, and else in single ones', () => {
    expect(target('2.6万家', '万家').value).toBe(2.6);
    expect(target('2.6万家', '家').value).toBe(26_000);
    expect(target('36万元/人', '万元/人').value).toBe(36);
    expect(target('5万亿', '亿元').value).toBe(5e12);
  });

  test.each([
    ['95%以上', '≥95', '%'],
    ['5万亿', '50000', '亿元'],
    ['1.2万', '12,000', '人'],
    ['2.6万家', '2.6', '万家'],
    ['约200', '200左右', '家'],
    ['95-98', '95%至98%', '%'],
  ])('%s agrees with %s', (one, other, unit) => {
    expect(comparableAmount(target(one, unit), unit)).toBe(comparableAmount(target(other, unit), unit));
  });

  test.each([
    ['95%以上', '95', '%'],
    ['提高3个百分点', '3', '%'],
    ['5万亿', '5', '亿元'],
  ])('%s does not agree with %s', (one, other, unit) => {
    expect(comparableAmount(target(one, unit), unit)).not.toBe(comparableAmount(target(other, unit), unit));
  });

  test('is told when it has another unit than the row', () => {
    expect(differsFromUnit(target('300万元', '亿元'), '亿元')).toBe(false);
    expect(differsFromUnit(target('300人', '家'), '家')).toBe(true);
    expect(differsFromUnit(target('95％', '百分比'), '百分比')).toBe(false);
  });

  test('says how it is taken where that is not plain', () => {
    expect(['95', '≥95', '95%'].map((text) => readingOf(target(text, '%')))).toEqual(['', '', '']);
    expect(['95%以上', '1.2万', '3—5', '翻一番'].map((text) => readingOf(target(text, '')))).toEqual([
      '≥95',
      '12000',
      '3至5',
      '增减幅度',
    ]);
  });

  test('has no unit in whichever way that is written', () => {
    for (const unit of ['', '—', '/', '无', '无量纲', '－']) expect(foldUnit(unit)).toBe('');
  });
});
