import { categoryNames, planImport } from '../../directory/index.js';
import { readSheet } from '../../files/index.js';
import { knownUnits } from './known-units.js';
import { type FileReading, type ReadRequest } from './reading.js';

interface UnitsFileReading extends FileReading {
  rows: { row: number; name: string; shortName: string; category: string; email: string }[];
}

/** A roster as an import would take it. */
export async function read({ bytes, fileName, options }: ReadRequest): Promise<UnitsFileReading> {
  const sheet = await readSheet(bytes, fileName, sheetOf(options.sheet));
  const existing = await knownUnits(options);
  const { create, update, unchanged, errors, warnings } = planImport(existing, sheet.rows);
  const known = new Map(existing.map((unit) => [unit.key, unit]));
  const taken = [...create, ...update, ...unchanged.map(({ row, key }) => ({ row, unit: known.get(key)! }))];
  return {
    rows: taken
      .sort((a, b) => a.row - b.row)
      .map(({ row, unit }) => ({
        row,
        name: unit.name,
        shortName: unit.shortName,
        category: categoryNames[unit.category].shortTitle,
        email: unit.contacts.liaison,
      })),
    doubts: [...errors, ...warnings].map(({ row, column, message }) => ({
      place: `第${row}行${column}`,
      message,
    })),
    leftOut: sheet.errors.map(({ row, sentence }) => ({ place: `第${row}行`, what: sentence })),
  };
}

const sheetOf = (name: unknown): string | undefined => (typeof name === 'string' ? name : undefined);
