import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type Act, Acts } from '../engine/index.js';
import { readWorkbook, type Sheet } from '../files/index.js';
import { type Actor, Database, sha256 } from '../platform/index.js';
import {
  findingsOf,
  recallChoices,
  rememberChoice,
  requireConfirmed,
  type SheetChoice,
  type SheetFindings,
} from '../sheets/index.js';
import { RosterRefused } from './directory.errors.js';
import { findUnits, loadRoster } from './directory.repository.js';
import {
  categoryNames,
  type FieldChange,
  type ImportPlan,
  readRoster,
  type RosterColumn,
  type RosterIssue,
  type RosterReading,
  rosterTable,
} from './roster/index.js';
import { insertUnits, updateUnit } from './roster-writer.js';

export interface RosterFile {
  /** At most 20 MB. */
  bytes: Uint8Array;
  fileName: string;
  choice?: SheetChoice<RosterColumn>;
}

/** What an import does, or in a dry run would do, row by row as the spreadsheet numbers them. */
export interface ImportReport extends SheetFindings {
  created: { row: number; name: string }[];
  updated: { row: number; name: string; changes: FieldChange[] }[];
  unchanged: number;
  errors: RosterIssue[];
  warnings: RosterIssue[];
  /** The first ten rows as they will be stored. */
  sample: { row: number; name: string; shortName: string; category: string; email: string }[];
}

const rowsShown = 10;

/** Takes the roster of units from XLSX or CSV. One bad row and nothing is written; units not named stay. */
@Injectable()
export class ImportUnitsUseCase {
  constructor(
    private readonly acts: Acts,
    private readonly database: Database,
  ) {}

  /** The dry run: lists each bad row and changes nothing. */
  async preview(compilationId: string, file: RosterFile): Promise<ImportReport> {
    const sheets = await readWorkbook(file.bytes, file.fileName);
    return this.database.read(async (reader) => report(await plan(reader, compilationId, sheets, file)));
  }

  /** @throws RosterRefused with every bad row; DoubtsUnconfirmed */
  async execute(compilationId: string, actor: Actor, file: RosterFile): Promise<ImportReport> {
    const sheets = await readWorkbook(file.bytes, file.fileName);
    return this.acts.perform({ compilationId, actor, type: 'directory.unitsImported' }, async (act) => {
      const reading = await plan(act.tx, compilationId, sheets, file);
      const planned = reading.plan;
      if (planned.errors.length > 0) throw new RosterRefused(planned.errors);
      requireConfirmed(reading, file.choice ?? {});
      await this.write(act, planned);
      await rememberChoice(act, rosterTable, reading.table, file.choice ?? {});
      act.note({
        fileDigest: sha256(file.bytes),
        created: planned.create.length,
        updated: planned.update.length,
        unchanged: planned.unchanged.length,
      });
      return report(reading);
    });
  }

  private async write({ tx, ids }: Act, { create, update }: ImportPlan): Promise<void> {
    const stored = new Map((await findUnits(tx)).map((unit) => [unit.key, unit]));
    for (const { unit } of update) await updateUnit(tx, ids, stored.get(unit.key)!, unit);
    const fresh = create.map(({ unit }) => ({ ...unit, key: `unit-${ids.next()}` }));
    await insertUnits(tx, ids, fresh);
  }
}

async function plan(
  reader: EntityManager,
  compilationId: string,
  sheets: readonly Sheet[],
  { choice }: RosterFile,
): Promise<RosterReading> {
  const remembered = await recallChoices(reader, compilationId, rosterTable);
  return readRoster(await loadRoster(reader), sheets, choice, remembered);
}

function report(reading: RosterReading): ImportReport {
  const { create, update, unchanged, errors, warnings } = reading.plan;
  const stored = [...create, ...update].sort((a, b) => a.row - b.row).slice(0, rowsShown);
  return {
    ...findingsOf(reading),
    created: create.map(({ row, unit }) => ({ row, name: unit.name })),
    updated: update.map(({ row, unit, changes }) => ({ row, name: unit.name, changes })),
    unchanged: unchanged.length,
    errors,
    warnings,
    sample: stored.map(({ row, unit }) => ({
      row,
      name: unit.name,
      shortName: unit.shortName,
      category: categoryNames[unit.category].shortTitle,
      email: unit.contacts.liaison,
    })),
  };
}
