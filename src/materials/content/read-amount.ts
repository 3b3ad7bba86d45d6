import {
  changeWords,
  type Comparator,
  splitFactor,
  takeWordsBefore,
  takeWordsBehind,
  withoutValue,
} from './amount-words.js';

export const amountKinds = ['number', 'range', 'ratio', 'growth', 'qualitative'] as const;
export type AmountKind = (typeof amountKinds)[number];

export const amountKindTitles: Record<AmountKind, string> = {
  number: '数值',
  range: '区间',
  ratio: '比例',
  growth: '增减幅度',
  qualitative: '文字表述',
};

/** A target or a base value as it was written, and what was understood of it. */
export interface Amount {
  text: string;
  kind: AmountKind;
  comparator: Comparator;
  /** The number with 万 and 亿 multiplied out, a percentage before its sign; null unless `kind` is number. */
  value: number | null;
  /** Both ends of a range, multiplied out likewise. */
  range: readonly [number, number] | null;
  /** What stands behind the figures, without 万 and 亿; '' when nothing does. */
  unit: string;
  /** What the figures were multiplied by. */
  factor: number;
  /** All that stands behind the figures: 万家. */
  measure: string;
}

const number = String.raw`[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?`;
const single = new RegExp(`^(${number})(\\D*)$`, 'u');
const between = String.raw`(?:-{1,2}|–|—{1,2}|―|~|∼|至|到)`;
const ranged = new RegExp(`^(${number})([^\\d~∼–—―至到-]*)${between}(${number})(\\D*)$`, 'u');
const ratio =
  /^(?:\d+(?:\.\d+)?(?:[:∶]|比)\d+(?:\.\d+)?|\d+\/\d+|[一二三四五六七八九十]+分之[一二三四五六七八九十]+)$/u;
/** Figures that date or rank something measure nothing. */
const notMeasure = /^(?:年|月|日|号|强|\.|\))/u;
const longestUnit = 12;

/**
 * Reads an amount in the ways offices write it: 85%以上, 约200, ≥ 400家, 1.2万, 95—98, 提高3个百分点. What is no plain
 * amount keeps its text and says its kind; nothing is refused and nothing is altered.
 * @returns null when no value is given at all: '', —, 待定
 */
export function readAmount(written: string): Amount | null {
  const text = written.trim();
  const plain = fold(text);
  if (plain === '' || withoutValue.test(plain)) return null;
  const kept = { text, comparator: '', value: null, range: null, unit: '', factor: 1, measure: '' } as const;
  if (ratio.test(plain)) return { ...kept, kind: 'ratio' };
  if (/\d|番|倍/u.test(plain) && changeWords.test(plain)) return { ...kept, kind: 'growth' };
  return readNumber(plain, kept) ?? { ...kept, kind: 'qualitative' };
}

/** Width, spaces, final stops, remarks in brackets and spelled percentages brought to one form, for reading only. */
function fold(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/[。;；,，]+$/u, '')
    .replace(/−/gu, '-')
    .replace(/百分之([\d.]+|[一二三四五六七八九十]+)/gu, (_match, share: string) => `${spelled(share)}%`)
    .replace(
      /^(.*?)([一二三四五六七八九])成(?!立|员|果|效|本)/u,
      (_match, lead: string, tenths: string) => `${lead}${spelled(tenths)}0%`,
    )
    .replace(/(?<=[\d%‰上下右内])\((?!含\))[^()]*\)$/u, '');
}

const digits = '零一二三四五六七八九';

/** 八十五 → 85; figures stay. */
function spelled(share: string): string {
  if (!/[一-龥]/u.test(share)) return share;
  const [tens, ones] = share.includes('十') ? share.split('十') : ['', share];
  const ten = share.includes('十') ? (tens === '' ? 1 : digits.indexOf(tens)) : 0;
  return String(ten * 10 + (ones === '' ? 0 : digits.indexOf(ones)));
}

type Kept = Omit<Amount, 'kind'>;

function readNumber(plain: string, kept: Kept): Amount | null {
  const { comparator: first, rest } = takeWordsBefore(plain);
  const { comparator: second, rest: figures } = takeWordsBehind(rest);
  const comparator = first === '' ? second : first;
  const range = ranged.exec(figures);
  if (range) return readRange(range, comparator, kept);
  const match = single.exec(figures);
  if (!match || match[2].length > longestUnit || notMeasure.test(match[2])) return null;
  const inner = /^[多余]/u.test(match[2])
    ? { comparator: '>' as const, tail: match[2].slice(1) }
    : { comparator, tail: match[2] };
  const { factor, word, unit } = splitFactor(inner.tail.replace(/(?<=[%‰])(?:全?覆盖|达标)$/u, ''));
  const value = times(match[1], factor);
  return { ...kept, kind: 'number', comparator: inner.comparator, value, unit, factor, measure: word + unit };
}

/** “2—3万家”: what stands behind the upper end holds for both, unless the lower end says its own. */
function readRange(
  [, low, between, high, behind]: RegExpExecArray,
  comparator: Comparator,
  kept: Kept,
): Amount | null {
  if (behind.length > longestUnit || notMeasure.test(behind) || notMeasure.test(between)) return null;
  const upper = splitFactor(behind);
  const lower = between === '' ? upper : splitFactor(between);
  if (lower.unit !== '' && upper.unit !== '' && lower.unit !== upper.unit) return null;
  const range = [times(low, lower.factor), times(high, upper.factor)] as const;
  const unit = upper.unit === '' ? lower.unit : upper.unit;
  return {
    ...kept,
    kind: 'range',
    comparator,
    range,
    unit,
    factor: upper.factor,
    measure: upper.word + unit,
  };
}

const times = (figures: string, factor: number): number =>
  Number((Number(figures.replaceAll(',', '')) * factor).toPrecision(15));
