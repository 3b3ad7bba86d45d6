import { formatChineseNumeral, parseChineseNumeral } from './chinese-numerals.js';

describe('Chinese numerals', () => {
  test('every number from 1 to 9999 reads back as itself', () => {
    for (let value = 1; value <= 9999; value++) {
      expect(parseChineseNumeral(formatChineseNumeral(value))).toBe(value);
    }
  });

  test.each([
    [1, '一'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [33, '三十三'],
    [99, '九十九'],
    [105, '一百零五'],
    [110, '一百一十'],
    [1005, '一千零五'],
    [2021, '二千零二十一'],
  ])('%i is written %s', (value, text) => {
    expect(formatChineseNumeral(value)).toBe(text);
  });

  test.each([
    ['一十五', 15],
    ['一百〇五', 105],
    ['一百十五', 115],
  ])('%s is read as %i', (text, value) => {
    expect(parseChineseNumeral(text)).toBe(value);
  });

  test.each(['', '零', '十十', '二三', '一五十', '附', '33'])('“%s” is not a numeral', (text) => {
    expect(parseChineseNumeral(text)).toBeUndefined();
  });
});
