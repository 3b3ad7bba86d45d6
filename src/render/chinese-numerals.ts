import assert from 'node:assert';

const digits = '零一二三四五六七八九';
const units = ['', '十', '百', '千'];

/** 1 → 一, 10 → 十, 16 → 十六, 105 → 一百零五; whole numbers from 0 to 9999. */
export function chineseNumeral(value: number): string {
  assert(Number.isInteger(value) && value >= 0 && value <= 9999, `no Chinese numeral for ${value}`);
  if (value === 0) return digits[0];
  let text = '';
  let zeroPending = false;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(value / 10 ** place) % 10;
    if (digit === 0) {
      zeroPending = text !== '';
      continue;
    }
    text += (zeroPending ? digits[0] : '') + digits[digit] + units[place];
    zeroPending = false;
  }
  return text.replace(/^一十/, '十');
}

/** Heading numbers of GB/T 9704: 一、 （一） 1. （1） for levels 1 to 4. */
export function headingNumber(level: number, value: number): string {
  const forms = [
    () => `${chineseNumeral(value)}、`,
    () => `（${chineseNumeral(value)}）`,
    () => `${value}.`,
    () => `（${value}）`,
  ];
  assert(level >= 1 && level <= forms.length, `no heading level ${level}`);
  return forms[level - 1]();
}
