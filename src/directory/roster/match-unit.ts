import { normaliseName } from './normalise-name.js';
import { type RosterRow } from './roster-row.js';
import { type Unit } from './unit.js';
import { UnitIndex } from './unit-index.js';

export type UnitMatch =
  { kind: 'known'; unit: Unit } | { kind: 'new' } | { kind: 'refused'; message: string };

/**
 * Tells which unit of the roster a row speaks of: by its full name, or, when the unit was renamed, by the old
 * full name among the row's aliases. A row that only bears an alias of a unit is refused, because taking it for
 * a new unit would give one body two obligations.
 */
export function matchUnit(existing: readonly Unit[]): (row: RosterRow) => UnitMatch {
  const byFullName = new Map(existing.map((unit) => [normaliseName(unit.name), unit]));
  const index = new UnitIndex(existing);
  return ({ name, aliases = [] }) => {
    const same = byFullName.get(normaliseName(name));
    if (same) return { kind: 'known', unit: same };
    const renamed = new Set(aliases.flatMap((alias) => byFullName.get(normaliseName(alias)) ?? []));
    if (renamed.size === 1) return { kind: 'known', unit: [...renamed][0]! };
    if (renamed.size > 1) {
      const names = [...renamed].map((unit) => `“${unit.name}”`).join('');
      return {
        kind: 'refused',
        message: `别名中有${renamed.size}家现有单位的全称：${names}。单位合并须逐家办理，请只保留一家。`,
      };
    }
    const resolution = index.resolve(name);
    if (resolution?.kind === 'group') {
      return { kind: 'refused', message: '这是一类单位的统称。请逐家填写单位全称。' };
    }
    if (resolution?.kind !== 'unit') return { kind: 'new' };
    const fullName = resolution.unit.name;
    const message = `这是现有单位“${fullName}”的另一名称。请填写全称“${fullName}”；如单位已更名，请把原全称写进本行的“别名”。`;
    return { kind: 'refused', message };
  };
}
