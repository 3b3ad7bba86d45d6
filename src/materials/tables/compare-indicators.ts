import { type Amount, comparableAmount, foldUnit, type Indicator, normaliseLabel } from '../content/index.js';

export interface IndicatorEntry extends Pick<Indicator, 'name' | 'unit' | 'source' | 'method'> {
  unitId: string;
  unitName: string;
  submissionId: string;
  /** As they were written, with what is understood of them. */
  baseline: Amount | null;
  value2025: Amount;
  value2035: Amount;
}

export interface IndicatorConflict {
  field: 'unit' | 'baseline' | 'value2025' | 'value2035';
  /** “2025年目标值不一致：95（市科委）、96（市教委、市商务委）” */
  sentence: string;
}

/** One indicator with everybody who set a value for it. */
export interface IndicatorRow {
  name: string;
  entries: IndicatorEntry[];
  conflicts: IndicatorConflict[];
}

const fieldTitles = {
  unit: '计量单位',
  baseline: '基期值',
  value2025: '2025年目标值',
  value2035: '2035年目标值',
} as const;

/**
 * Gathers the indicators of all units under one name each and flags where they contradict. Amounts in different
 * units cannot be compared, so a contradiction of units hides those of amounts.
 */
export function compareIndicators(entries: readonly IndicatorEntry[]): IndicatorRow[] {
  const rows = new Map<string, IndicatorEntry[]>();
  for (const entry of entries) {
    const key = normaliseLabel(entry.name);
    rows.set(key, [...(rows.get(key) ?? []), entry]);
  }
  return [...rows.values()].map((same) => ({
    name: same[0].name,
    entries: same,
    conflicts: conflictsAmong(same),
  }));
}

function conflictsAmong(entries: IndicatorEntry[]): IndicatorConflict[] {
  const units = conflictIn(entries, 'unit', ({ unit }) => ({ key: foldUnit(unit), text: unit || '无' }));
  if (units !== null) return [units];
  const found = [
    amountConflict(entries, 'baseline'),
    amountConflict(entries, 'value2025'),
    amountConflict(entries, 'value2035'),
  ];
  return found.filter((conflict) => conflict !== null);
}

/** 95%以上 and ≥95 agree; what is not a number agrees only with the same words. */
const amountConflict = (entries: IndicatorEntry[], field: 'baseline' | 'value2025' | 'value2035') =>
  conflictIn(entries, field, ({ [field]: amount, unit }) =>
    amount === null ? null : { key: comparableAmount(amount, unit), text: amount.text },
  );

function conflictIn(
  entries: IndicatorEntry[],
  field: IndicatorConflict['field'],
  valueOf: (entry: IndicatorEntry) => { key: string; text: string } | null,
): IndicatorConflict | null {
  const holders = new Map<string, { text: string; names: string[] }>();
  for (const entry of entries) {
    const value = valueOf(entry);
    if (value === null) continue;
    const holder = holders.get(value.key) ?? { text: value.text, names: [] };
    holder.names.push(entry.unitName);
    holders.set(value.key, holder);
  }
  if (holders.size < 2) return null;
  const values = [...holders.values()].map(({ text, names }) => `${text}（${names.join('、')}）`);
  return { field, sentence: `${fieldTitles[field]}不一致：${values.join('、')}` };
}
