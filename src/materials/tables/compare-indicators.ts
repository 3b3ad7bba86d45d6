import { type Indicator, normaliseLabel } from '../content/index.js';

export interface IndicatorEntry extends Pick<Indicator, 'name' | 'unit' | 'bound' | 'source' | 'method'> {
  unitId: string;
  unitName: string;
  submissionId: string;
  baseline: number | null;
  value2025: number;
  value2035: number;
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
  const units = conflictIn(entries, 'unit', (entry) => normaliseUnit(entry.unit));
  if (units !== null) return [units];
  const found = [
    conflictIn(entries, 'baseline', ({ baseline }) => (baseline === null ? null : String(baseline))),
    conflictIn(entries, 'value2025', (entry) => entry.bound + String(entry.value2025)),
    conflictIn(entries, 'value2035', (entry) => entry.bound + String(entry.value2035)),
  ];
  return found.filter((conflict) => conflict !== null);
}

function conflictIn(
  entries: IndicatorEntry[],
  field: IndicatorConflict['field'],
  valueOf: (entry: IndicatorEntry) => string | null,
): IndicatorConflict | null {
  const holders = new Map<string, string[]>();
  for (const entry of entries) {
    const value = valueOf(entry);
    if (value !== null) holders.set(value, [...(holders.get(value) ?? []), entry.unitName]);
  }
  if (holders.size < 2) return null;
  const values = [...holders].map(([value, names]) => `${value}（${names.join('、')}）`);
  return { field, sentence: `${fieldTitles[field]}不一致：${values.join('、')}` };
}

const percent = new Set(['%', '百分比', '百分数', '百分之']);

/** ％、% and 百分比 are one unit. */
function normaliseUnit(unit: string): string {
  const plain = unit.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
  return percent.has(plain) ? '%' : plain;
}
