import assert from 'node:assert';

const digits = '零一二三四五六七八九';
const digit = `([${digits.slice(1)}])`;
const numeral = new RegExp(`^(?:${digit}千)?(零)?(?:${digit}百)?(零)?(?:${digit}?(十))?(零)?${digit}?$`);

/** 三十三 → 33, 一百零五 → 105; from 1 to 9999. Undefined for anything that is not a well-formed numeral. */
export function parseChineseNumeral(text: string): number | undefined {
  const match = numeral.exec(text.replace(/[〇○]/g, '零'));
  if (!match || text === '') return undefined;
  const [, thousands, , hundreds, , tens, ten, , ones] = match;
  const value = (character: string | undefined): number => (character ? digits.indexOf(character) : 0);
  const tensValue = ten ? value(tens) || 1 : 0;
  const number = value(thousands) * 1000 + value(hundreds) * 100 + tensValue * 10 + value(ones);
  return number || undefined;
}

/** 1 → 一, 10 → 十, 33 → 三十三, 105 → 一百零五; whole numbers from 1 to 9999. */
export function formatChineseNumeral(value: number): string {
  assert(Number.isInteger(value) && value >= 1 && value <= 9999, `no Chinese numeral for ${value}`);
  const places = ['', '十', '百', '千'];
  const characters = Array.from(String(value), Number);
  const spelled = characters
    .map((figure, index) => (figure === 0 ? '零' : digits[figure] + places[characters.length - 1 - index]))
    .join('');
  return spelled.replace(/零+/g, '零').replace(/零$/, '').replace(/^一十/, '十');
}
