import { type Indicator } from './material-content.js';
import { splitFactor } from './amount-words.js';
import { type NumericEntry } from './numeric-entry.js';
import { type Amount, amountKindTitles, readAmount } from './read-amount.js';

/** What an indicator says of all its amounts. */
type Measured = Pick<Indicator, 'unit' | 'bound'>;

/**
 * The amount of one cell of an indicator as it is to be understood beside the indicator's unit and its 要求. Only the
 * text is stored, so that it stays what the unit wrote; what it means is read from it here, for every reader.
 */
export function readTarget(entry: NumericEntry, { unit, bound }: Measured): Amount | null {
  if (entry === null) return null;
  const amount = readAmount(String(entry));
  if (amount === null) return null;
  const bounded = bound !== '' && amount.kind === 'number' && amount.comparator === '';
  const whole: Amount = bounded ? { ...amount, comparator: bound, text: `${bound}${amount.text}` } : amount;
  return repeatsUnit(whole, unit) ? inRowUnit(whole) : whole;
}

export interface IndicatorAmounts {
  baseline: Amount | null;
  value2025: Amount | null;
  value2035: Amount | null;
}

/** What the indicator bounds are its targets, not the value it starts from. */
export function amountsOf(indicator: Indicator): IndicatorAmounts {
  return {
    baseline: readTarget(indicator.baseline, { ...indicator, bound: '' }),
    value2025: readTarget(indicator.value2025, indicator),
    value2035: readTarget(indicator.value2035, indicator),
  };
}

/** 2.6万家 beside the unit 万家 is 2.6 of them, not 26000. */
const repeatsUnit = (amount: Amount, unit: string): boolean =>
  amount.factor !== 1 && amount.measure !== '' && amount.measure === foldUnit(unit);

function inRowUnit(amount: Amount): Amount {
  const back = (value: number) => Number((value / amount.factor).toPrecision(15));
  return {
    ...amount,
    unit: amount.measure,
    factor: 1,
    value: amount.value === null ? null : back(amount.value),
    range: amount.range === null ? null : [back(amount.range[0]), back(amount.range[1])],
  };
}

const percent = new Set(['%', '百分比', '百分数', '百分之', '百分率', '个百分点']);
const dimensionless = new Set(['', '-', '–', '—', '―', '/', '\\', '无', '无量纲', '无单位', '1', 'n/a']);

/** ％, % and 百分比 are one unit, and so are the ways of writing that there is none. For comparing only. */
export function foldUnit(unit: string): string {
  const plain = unit.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();
  if (dimensionless.has(plain) || /^[—–-]+$/u.test(plain)) return '';
  return percent.has(plain) ? '%' : plain;
}

/** Whether a unit was entered as 无, — or 无量纲: it was thought of, and there is none. */
export const saysDimensionless = (unit: string): boolean => unit.trim() !== '' && foldUnit(unit) === '';

/** Whether the unit behind the figures is another one than the indicator's. */
export function differsFromUnit(amount: Amount, unit: string): boolean {
  if (amount.unit === '' || foldUnit(unit) === '' || foldUnit(amount.measure) === foldUnit(unit))
    return false;
  return (
    foldUnit(amount.unit) !== splitFactor(foldUnit(unit)).unit && foldUnit(amount.unit) !== foldUnit(unit)
  );
}

/**
 * The key under which two amounts of one indicator agree: 95%以上 and ≥95, 5万亿 and 50000 beside 亿元; words as written.
 */
export function comparableAmount(amount: Amount, unit: string): string {
  if (amount.kind === 'number' && amount.value !== null)
    return amount.comparator + String(perRowUnit(amount.value, amount, unit));
  if (amount.range !== null) return amount.range.map((end) => perRowUnit(end, amount, unit)).join('—');
  return amount.text.normalize('NFKC').replace(/\s+/gu, '');
}

function perRowUnit(value: number, { factor }: Amount, unit: string): number {
  const row = splitFactor(foldUnit(unit));
  return factor === 1 ? value : Number((value / row.factor).toPrecision(15));
}

/** How an amount is taken, where that is not plain from its text: ≥85, ≈200, 12000, 区间, 文字表述. */
export function readingOf(amount: Amount | null): string {
  if (amount === null) return '';
  if (amount.kind !== 'number' && amount.range === null) return amountKindTitles[amount.kind];
  const said =
    amount.range === null ? `${amount.comparator}${amount.value}` : `${amount.range[0]}至${amount.range[1]}`;
  const plain = amount.text.normalize('NFKC').replace(/[\s,]/gu, '');
  return plain === said || plain === said + amount.unit ? '' : said;
}
