import { type Sheet } from '../../files/index.js';
import {
  type LeftOut,
  readTable,
  type Remembered,
  type SheetChoice,
  type SheetDoubt,
  type TableReading,
} from '../../sheets/index.js';
import { type ImportPlan, planRows } from './plan-import.js';
import { columnKeys, issue, type RosterColumn } from './roster-columns.js';
import { rosterTable } from './roster-table.js';
import { type Unit } from './unit.js';

export interface RosterReading {
  table: TableReading<RosterColumn>;
  plan: ImportPlan;
  doubts: SheetDoubt[];
  leftOut: LeftOut[];
}

/** A roster in whatever shape an office sends it, and what its import would do. Pure. */
export function readRoster(
  existing: readonly Unit[],
  sheets: readonly Sheet[],
  choice: SheetChoice<RosterColumn> = {},
  remembered?: Remembered<RosterColumn>,
): RosterReading {
  const table = readTable(sheets, rosterTable, choice, remembered);
  const columns = columnKeys.filter((key) => table.columns.some(({ field }) => field === key));
  const places = Object.fromEntries(columns.map((key, place) => [key, place]));
  const header = { places, width: columns.length, errors: [] };
  const rows = table.rows.map(({ row, cells }) => ({ row, cells: columns.map((key) => cells[key] ?? '') }));
  const plan = planRows(existing, header, columns.includes('name') ? rows : []);
  for (const { row, place, message, blocks } of table.doubts)
    if (blocks)
      plan.errors.push(issue(row ?? table.header?.first ?? 1, row === null ? place : '', '', message));
  plan.errors.sort((a, b) => a.row - b.row);
  return { table, plan, doubts: table.doubts, leftOut: table.leftOut };
}
