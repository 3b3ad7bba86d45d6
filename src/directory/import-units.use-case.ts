import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { type Act, Acts } from '../engine/index.js';
import { readSheet, type Sheet } from '../files/index.js';
import { type Actor, Database, sha256 } from '../platform/index.js';
import { RosterRefused } from './directory.errors.js';
import { findUnits, loadRoster } from './directory.repository.js';
import { type FieldChange, type ImportPlan, planImport, type RosterIssue } from './roster/index.js';
import { insertUnits, updateUnit } from './roster-writer.js';

export interface RosterFile {
  /** At most 20 MB. */
  bytes: Uint8Array;
  fileName: string;
}

/** What an import does, or in a dry run would do, row by row as the spreadsheet numbers them. */
export interface ImportReport {
  created: { row: number; name: string }[];
  updated: { row: number; name: string; changes: FieldChange[] }[];
  unchanged: number;
  errors: RosterIssue[];
  warnings: RosterIssue[];
}

/** Takes the roster of units from XLSX or CSV. One bad row and nothing is written; units not named stay. */
@Injectable()
export class ImportUnitsUseCase {
  constructor(
    private readonly acts: Acts,
    private readonly database: Database,
  ) {}

  /** The dry run: lists each bad row and changes nothing. */
  async preview(file: RosterFile): Promise<ImportReport> {
    const sheet = await readSheet(file.bytes, file.fileName);
    return this.database.read(async (reader) => report(await plan(reader, sheet)));
  }

  /** @throws RosterRefused with every bad row */
  async execute(compilationId: string, actor: Actor, file: RosterFile): Promise<ImportReport> {
    const sheet = await readSheet(file.bytes, file.fileName);
    return this.acts.perform({ compilationId, actor, type: 'directory.unitsImported' }, async (act) => {
      const planned = await plan(act.tx, sheet);
      if (planned.errors.length > 0) throw new RosterRefused(planned.errors);
      await this.write(act, planned);
      act.note({
        fileDigest: sha256(file.bytes),
        created: planned.create.length,
        updated: planned.update.length,
        unchanged: planned.unchanged.length,
      });
      return report(planned);
    });
  }

  private async write({ tx, ids }: Act, { create, update }: ImportPlan): Promise<void> {
    const stored = new Map((await findUnits(tx)).map((unit) => [unit.key, unit]));
    for (const { unit } of update) await updateUnit(tx, ids, stored.get(unit.key)!, unit);
    const fresh = create.map(({ unit }) => ({ ...unit, key: `unit-${ids.next()}` }));
    await insertUnits(tx, ids, fresh);
  }
}

async function plan(reader: EntityManager, sheet: Sheet): Promise<ImportPlan> {
  const planned = planImport(await loadRoster(reader), sheet.rows);
  const unreadable = sheet.errors.map(({ row, sentence }) => ({
    row,
    column: '',
    value: '',
    message: sentence,
  }));
  planned.errors.push(...unreadable);
  planned.errors.sort((a, b) => a.row - b.row);
  return planned;
}

function report({ create, update, unchanged, errors, warnings }: ImportPlan): ImportReport {
  return {
    created: create.map(({ row, unit }) => ({ row, name: unit.name })),
    updated: update.map(({ row, unit, changes }) => ({ row, name: unit.name, changes })),
    unchanged: unchanged.length,
    errors,
    warnings,
  };
}
