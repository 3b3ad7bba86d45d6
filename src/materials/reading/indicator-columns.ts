import { isTargetYear, type TargetYear, targetYears, yearsIn } from './years.js';

/** One column that states a target year; `end` when it states only one end of a range. */
export interface TargetColumn {
  place: number;
  end: 'upper' | 'lower' | null;
}

export interface IndicatorColumns {
  name: number;
  /** The columns of each target year, as they stand. */
  targets: Record<TargetYear, TargetColumn[]>;
  /** Columns whose cells may speak of both years: “2025年达到60%，2035年达到75%”. */
  both: number[];
  unit: number | null;
  baseline: number | null;
  source: number | null;
  method: number | null;
  /** Whether the name is headed as an indicator's, and not as anything that may have years. */
  named: boolean;
}

const apart = /类别|类型|分类|属性|性质|序号|编号|代码|领域|维度/u;
const noValue = /责任|部门|牵头|完成情况|完成率|备注|任务|举措|措施|资金|投资/u;
const nameTitles = [
  /^(?:主要|核心|具体|发展|质量)*指标(?:名称|内容|项)?$/u,
  /指标名称|指标项|指标内容/u,
  /指标/u,
  /^名称$|名称/u,
  /目标|内容|项目|年份|年度/u,
];
const upper = /上限|高限|最高|高值|上界|高方案/u;
const lower = /下限|低限|最低|低值|下界|低方案/u;
const bothTitles = /目标值?|指标值|数值|要求|目标要求|发展水平/u;

/** @returns null when the head is not that of a table of indicators */
export function indicatorColumns(titles: readonly string[]): IndicatorColumns | null {
  const targets: IndicatorColumns['targets'] = { 2025: [], 2035: [] };
  const taken = new Set<number>();
  const both: number[] = [];
  titles.forEach((title, place) => {
    if (noValue.test(title)) return;
    const years = yearsOf(title).filter(isTargetYear);
    if (years.length === 1) targets[years[0]].push({ place, end: endOf(title) });
    else if (years.length > 1) both.push(place);
    if (years.length > 0) taken.add(place);
  });
  const take = (fits: (title: string) => boolean): number | null => {
    const place = titles.findIndex((title, index) => !taken.has(index) && fits(title));
    if (place === -1) return null;
    taken.add(place);
    return place;
  };
  const unit = take((title) => /^(?:计量)?单位(?:名称)?$|量纲/u.test(title));
  const source = take((title) => /来源|出处|依据/u.test(title));
  const method = take((title) => /方法|口径|解释|公式|计算/u.test(title));
  const baseline = baselineColumn(titles, taken, take);
  const ranked = nameTitles.map((pattern) =>
    take((title) => pattern.test(title) && !apart.test(title) && !/值$/u.test(title)),
  );
  const level = ranked.findIndex((place) => place !== null);
  const blank = take((title) => title === '');
  const name = level === -1 ? blank : ranked[level];
  if (name === null) return null;
  const spare = titles.findIndex(
    (title, index) => index !== name && !taken.has(index) && bothTitles.test(title),
  );
  if (targetYears.every((year) => targets[year].length === 0) && both.length === 0) {
    if (spare === -1) return null;
    both.push(spare);
  }
  return { name, targets, both, unit, baseline, source, method, named: level !== -1 && level < 3 };
}

/** 近期 and 远期 are taken as the two points in time where a head names no year. */
function yearsOf(title: string): number[] {
  const years = yearsIn(title);
  if (years.length > 0) return years;
  return /^近期/u.test(title) ? [2025] : /^(?:远期|远景)/u.test(title) ? [2035] : [];
}

const endOf = (title: string): TargetColumn['end'] =>
  upper.test(title) ? 'upper' : lower.test(title) ? 'lower' : null;

/** 基期 before any year; of several past years the latest. */
function baselineColumn(
  titles: readonly string[],
  taken: ReadonlySet<number>,
  take: (fits: (title: string) => boolean) => number | null,
): number | null {
  const named = take((title) => /基期|基准|基数|现值|现状|当前|目前/u.test(title));
  if (named !== null) return named;
  const past = titles
    .flatMap((title, index) => (taken.has(index) ? [] : yearsIn(title)))
    .filter((year) => year < targetYears[0]);
  const latest = Math.max(...past);
  return past.length === 0 ? null : take((title) => yearsIn(title).includes(latest));
}
