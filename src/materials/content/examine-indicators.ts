import { type Indicator } from './material-content.js';
import { normaliseLabel } from './normalise-label.js';
import { type NumericEntry } from './numeric-entry.js';
import { type Amount, amountKindTitles } from './read-amount.js';
import { amountsOf, differsFromUnit, foldUnit, saysDimensionless } from './target.js';

/** What an indicator states, by the field it stands in. */
const amountTitles = { value2025: '2025年目标值', value2035: '2035年目标值', baseline: '基期值' } as const;
type AmountField = keyof typeof amountTitles;
const fields = Object.keys(amountTitles) as AmountField[];

/** 通知四、（一）1: goals are quantified for 2025 and for 2035; an amount without unit or source says nothing. */
export function indicatorFaults(indicators: readonly Indicator[]): string[] {
  if (indicators.length === 0) return ['“目标”没有量化指标，须至少列出一项，分别填写2025年和2035年目标值'];
  const seen = new Set<string>();
  const faults = indicators.flatMap((indicator, index) => {
    const name = nameOf(indicator, index);
    const found = faultsOf(indicator).map((fault) => name + fault);
    const key = normaliseLabel(indicator.name);
    if (key !== '' && seen.has(key)) found.push(`${name}重复填写`);
    seen.add(key);
    return found;
  });
  if (indicators.some(isQuantified) || faults.length > 0) return faults;
  return ['“目标”没有量化指标，所列指标都是文字表述，须至少有一项写明2025年和2035年的数值'];
}

/** What does not hold the unit back: amounts that stand as words, and those whose unit is another one. */
export function indicatorWarnings(indicators: readonly Indicator[]): string[] {
  return indicators.flatMap((indicator, index) => {
    const amounts = amountsOf(indicator);
    return fields.flatMap((field) => {
      const amount = amounts[field];
      const warning = amount === null ? '' : warningOf(amount, indicator.unit);
      if (warning === '') return [];
      return [`${nameOf(indicator, index)}的${amountTitles[field]}“${amount?.text}”${warning}`];
    });
  });
}

const nameOf = ({ name }: Indicator, index: number): string =>
  name === '' ? `第${index + 1}项指标` : `指标“${name}”`;

function warningOf(amount: Amount, unit: string): string {
  if (differsFromUnit(amount, unit)) return `与计量单位“${unit}”不一致，请核对`;
  if (amount.kind === 'number' || amount.kind === 'range') return '';
  return `是${amountKindTitles[amount.kind]}，按原文列入，不作数值比较`;
}

/** Both target years are stated by more than words. */
const isQuantified = (indicator: Indicator): boolean =>
  targetsOf(indicator).every((amount) => amount !== null && amount.kind !== 'qualitative');

function targetsOf(indicator: Indicator): (Amount | null)[] {
  const { value2025, value2035 } = amountsOf(indicator);
  return [value2025, value2035];
}

function faultsOf(indicator: Indicator): string[] {
  return [
    indicator.name === '' ? '没有名称' : '',
    lacksUnit(indicator) ? '没有计量单位；没有单位的（如指数），请在单位栏填“无量纲”' : '',
    missingTarget('value2025', indicator),
    missingTarget('value2035', indicator),
    indicator.source === '' ? '没有数据来源' : '',
  ].filter((fault) => fault !== '');
}

function missingTarget(field: AmountField, indicator: Indicator): string {
  if (amountsOf(indicator)[field] !== null) return '';
  const entered: NumericEntry = indicator[field];
  return entered === null ? `没有${amountTitles[field]}` : `的${amountTitles[field]}“${entered}”没有写明目标`;
}

/** What a name alone says to have no unit: 制造业质量竞争力指数. */
const dimensionlessName = /(?:指数|系数|倍数|比值|弹性|排名|位次|名次|等级)$/u;

function lacksUnit(indicator: Indicator): boolean {
  const { unit, name } = indicator;
  if (foldUnit(unit) !== '' || saysDimensionless(unit)) return false;
  if (dimensionlessName.test(normaliseLabel(name))) return false;
  const bare = (amount: Amount | null) =>
    amount === null || ((amount.kind === 'number' || amount.kind === 'range') && amount.unit === '');
  return targetsOf(indicator).some(bare);
}
