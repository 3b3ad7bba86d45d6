import { dateOf } from '../../calendar/index.js';
import { type NamedUnit, type UnitIndex } from '../../directory/index.js';
import { type Sheet, type SheetRowError } from '../../files/index.js';
import { findColumns, type OpinionField } from './opinion-columns.js';
import { readOpinionRow } from './opinion-row.js';

export interface OpinionRowReading {
  row: number;
  content: string;
  clause: string | null;
  /** The unit's own name where it is known, else as written. */
  proposer: string;
  channel: string;
  receivedOn: string | null;
}

/** The rows of a sheet as an import would store them; what cannot be told is an error of its row. */
export function readOpinionSheet(
  sheet: Sheet,
  units: UnitIndex<NamedUnit & { id: string }>,
): { rows: OpinionRowReading[]; errors: SheetRowError[] } {
  const { headerRow, at } = findColumns(sheet.rows);
  const rows: OpinionRowReading[] = [];
  const errors = [...sheet.errors];
  for (const [index, cells] of sheet.rows.entries()) {
    if (index <= headerRow || cells.every((text) => text.trim() === '')) continue;
    const cell = (field: OpinionField) => cells[at.get(field) ?? -1] ?? '';
    const result = readOpinionRow(cell, { units, channel: null, now: Number.MAX_SAFE_INTEGER });
    if ('fault' in result) {
      errors.push({ row: index + 1, sentence: result.fault });
      continue;
    }
    const { content, clauseLabel, channel, proposer, receivedAt } = result.opinion;
    const written = cell('proposer').trim();
    const found = units.resolve(written);
    rows.push({
      row: index + 1,
      content,
      clause: clauseLabel ?? null,
      proposer: found?.kind === 'unit' ? found.unit.name : written || proposer.category,
      channel,
      receivedOn: receivedAt == null ? null : dateOf(receivedAt),
    });
  }
  return { rows, errors };
}
