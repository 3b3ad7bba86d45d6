import { categoryNamed, categoryNames, readRoster, rosterTable } from '../../directory/index.js';
import { readWorkbook } from '../../files/index.js';
import { sheetChoiceOf } from '../sheet-options.js';
import { knownUnits } from './known-units.js';
import { type FileReading, type ReadRequest } from './reading.js';

interface UnitsFileReading extends FileReading {
  rows: {
    row: number;
    name: string;
    shortName: string | null;
    category: string | null;
    email: string | null;
  }[];
}

/** A roster as an import would take it; a row that could not be taken shows what stands in it, with a doubt. */
export async function read({ bytes, fileName, options }: ReadRequest): Promise<UnitsFileReading> {
  const sheets = await readWorkbook(bytes, fileName);
  const existing = await knownUnits(options);
  const { table, plan, doubts, leftOut } = readRoster(existing, sheets, sheetChoiceOf(rosterTable, options));
  const known = new Map(existing.map((unit) => [unit.key, unit]));
  const planned = new Map(
    [
      ...plan.create,
      ...plan.update,
      ...plan.unchanged.map(({ row, key }) => ({ row, unit: known.get(key)! })),
    ].map(({ row, unit }) => [row, unit]),
  );
  const rows = table.rows.map(({ row, cells }) => {
    const unit = planned.get(row);
    if (unit === undefined) return asWritten(row, cells);
    const { name, shortName, category, contacts } = unit;
    return { row, name, shortName, category: categoryNames[category].shortTitle, email: contacts.liaison };
  });
  const issues = [...plan.errors, ...plan.warnings].map(({ row, column, message }) => ({
    place: `第${row}行${column}`,
    message,
  }));
  return {
    rows: rows.filter(({ name }) => name !== ''),
    doubts: [
      ...doubts.filter(({ blocks }) => !blocks).map(({ place, message }) => ({ place, message })),
      ...issues,
    ],
    leftOut: leftOut.map(({ place, what }) => ({ place, what })),
  };
}

type Cells = Partial<Record<'name' | 'shortName' | 'category' | 'liaison', string>>;

function asWritten(row: number, { name = '', shortName, category = '', liaison }: Cells) {
  const known = categoryNamed(category);
  return {
    row,
    name: name.trim(),
    shortName: shortName?.trim() || null,
    category: known === undefined ? null : categoryNames[known].shortTitle,
    email: liaison?.trim() || null,
  };
}
