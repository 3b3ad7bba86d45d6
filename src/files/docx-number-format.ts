import { formatChineseNumeral } from '../platform/index.js';

const digits = '〇一二三四五六七八九';
const stems = '甲乙丙丁戊己庚辛壬癸';
const branches = '子丑寅卯辰巳午未申酉戌亥';
const legal = { simplified: '零壹贰叁肆伍陆柒捌玖', traditional: '零壹貳參肆伍陸柒捌玖' };
const legalUnits = { simplified: ['', '拾', '佰', '仟'], traditional: ['', '拾', '佰', '仟'] };

type Format = (value: number) => string | undefined;

const counted: Format = (value) => (value >= 1 && value <= 9999 ? formatChineseNumeral(value) : undefined);
const byDigits: Format = (value) => Array.from(String(value), (digit) => digits[Number(digit)]).join('');
const oneOf =
  (characters: string): Format =>
  (value) =>
    characters[value - 1];
/** Numbers 1, 2, 3 … that Unicode has as one character each, up to the last of them. */
const enclosed =
  (first: number, last: number): Format =>
  (value) =>
    value >= 1 && value <= last ? String.fromCodePoint(first + value - 1) : undefined;

/** Names of ST_NumberFormat (ECMA-376, 17.18.59) as Word shows them; what is not here is shown in figures. */
const formats: Record<string, Format> = {
  chineseCounting: counted,
  chineseCountingThousand: counted,
  japaneseCounting: counted,
  taiwaneseCounting: counted,
  taiwaneseCountingThousand: counted,
  ideographDigital: byDigits,
  japaneseDigitalTenThousand: byDigits,
  taiwaneseDigital: byDigits,
  chineseLegalSimplified: (value) => inLegalFigures(value, 'simplified'),
  ideographLegalTraditional: (value) => inLegalFigures(value, 'traditional'),
  japaneseLegal: (value) => inLegalFigures(value, 'traditional'),
  ideographTraditional: oneOf(stems),
  ideographZodiac: oneOf(branches),
  ideographZodiacTraditional: (value) =>
    value >= 1 && value <= 60 ? stems[(value - 1) % 10] + branches[(value - 1) % 12] : undefined,
  ideographEnclosedCircle: enclosed(0x3280, 10),
  decimalEnclosedCircle: enclosed(0x2460, 20),
  decimalEnclosedCircleChinese: enclosed(0x2460, 20),
  decimalEnclosedParen: enclosed(0x2474, 20),
  decimalEnclosedFullstop: enclosed(0x2488, 20),
  decimalFullWidth: inFullWidth,
  decimalFullWidth2: inFullWidth,
  decimalZero: (value) => String(value).padStart(2, '0'),
  numberInDash: (value) => `- ${value} -`,
  lowerLetter: (value) => inLetters(value),
  upperLetter: (value) => inLetters(value)?.toUpperCase(),
  lowerRoman: (value) => inRoman(value)?.toLowerCase(),
  upperRoman: inRoman,
  bullet: () => '',
  none: () => '',
};

/** A number of a list as Word shows it: 一, ⑴, 甲, iv. */
export const formatNumber = (value: number, format: string): string =>
  formats[format]?.(value) ?? String(value);

function inFullWidth(value: number): string {
  return String(value).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));
}

/** a … z, then aa, bb … */
function inLetters(value: number): string | undefined {
  if (value < 1 || value > 780) return undefined;
  return String.fromCharCode(0x61 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

const romans: [number, string][] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function inRoman(value: number): string | undefined {
  if (value < 1 || value > 3999) return undefined;
  let rest = value;
  let text = '';
  for (const [amount, letters] of romans) {
    for (; rest >= amount; rest -= amount) text += letters;
  }
  return text;
}

function inLegalFigures(value: number, script: keyof typeof legal): string | undefined {
  if (value < 1 || value > 9999) return undefined;
  const places = Array.from(String(value), Number).reverse();
  const text = places.map((digit, place) =>
    digit === 0 ? legal[script][0] : legal[script][digit] + legalUnits[script][place],
  );
  return text.reverse().join('').replace(/零+/gu, '零').replace(/零$/u, '');
}
