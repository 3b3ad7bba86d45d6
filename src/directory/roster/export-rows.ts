import { columnKeys, rosterColumns, type RosterColumn } from './roster-columns.js';
import { type Unit } from './unit.js';
import { categoryNames } from './unit-category.js';

/** A unit as text by column, as an export writes it and an import compares it. */
export function cellsOf(unit: Omit<Unit, 'key'>): Record<RosterColumn, string> {
  return {
    name: unit.name,
    shortName: unit.shortName,
    category: categoryNames[unit.category].shortTitle,
    aliases: unit.aliases.join('；'),
    liaison: unit.contacts.liaison,
    leader: unit.contacts.leader ?? '',
    remark: unit.remark,
  };
}

/**
 * The roster as a table: the header, then one row for each unit. Imported again it changes nothing. The cells
 * are plain text; whoever writes the file keeps them from being taken for formulas.
 */
export function* exportRows(units: Iterable<Omit<Unit, 'key'>>): Generator<string[]> {
  yield columnKeys.map((column) => rosterColumns[column]);
  for (const unit of units) {
    const cells = cellsOf(unit);
    yield columnKeys.map((column) => cells[column]);
  }
}
