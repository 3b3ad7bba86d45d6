import { type Indicator } from './material-content.js';
import { normaliseLabel } from './normalise-label.js';
import { type NumericEntry } from './numeric-entry.js';

/** 通知四、（一）1: goals are quantified for 2025 and for 2035; an amount without unit or source says nothing. */
export function indicatorFaults(indicators: readonly Indicator[]): string[] {
  if (indicators.length === 0) return ['“目标”没有量化指标，须至少列出一项，分别填写2025年和2035年目标值'];
  const seen = new Set<string>();
  return indicators.flatMap((indicator, index) => {
    const name = indicator.name === '' ? `第${index + 1}项指标` : `指标“${indicator.name}”`;
    const faults = faultsOf(indicator).map((fault) => name + fault);
    const key = normaliseLabel(indicator.name);
    if (key !== '' && seen.has(key)) faults.push(`${name}重复填写`);
    seen.add(key);
    return faults;
  });
}

function faultsOf(indicator: Indicator): string[] {
  return [
    indicator.name === '' ? '没有名称' : '',
    indicator.unit === '' ? '没有计量单位' : '',
    amountFault('2025年目标值', indicator.value2025),
    amountFault('2035年目标值', indicator.value2035),
    typeof indicator.baseline === 'string' ? amountFault('基期值', indicator.baseline) : '',
    indicator.source === '' ? '没有数据来源' : '',
  ].filter((fault) => fault !== '');
}

function amountFault(label: string, entry: NumericEntry): string {
  if (entry === null) return `没有${label}`;
  return typeof entry === 'string' ? `的${label}“${entry}”不是数字，请只填数值，计量单位另填` : '';
}
