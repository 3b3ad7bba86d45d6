import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { z } from 'zod';
import { type Act, defineAct, requireUpload } from '../engine/index.js';
import { readWorkbook, type Sheet } from '../files/index.js';
import { Database, secretariat, sha256 } from '../platform/index.js';
import {
  findingsOf,
  readChoice,
  recallChoices,
  rememberChoice,
  requireConfirmed,
  type SheetChoice,
  sheetChoiceShape,
  type SheetFindings,
} from '../sheets/index.js';
import { RosterRefused } from './directory.errors.js';
import { findUnits, loadRoster } from './directory.repository.js';
import { rosterReportView } from './directory.views.js';
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

export const rosterFile = '名册（.xlsx 或者 .csv），不超过20 MB；工作表、表头和各列自动识别，也可以指定';

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
export const importUnits = defineAct({
  name: 'directory.unitsImported',
  title: '导入单位',
  summary: '导入单位名册；有一行错误即全部不导入',
  afterEnd: 'always',
  may: secretariat,
  path: 'units/import',
  file: rosterFile,
  input: z.object(sheetChoiceShape),
  example: { headerRow: '2', columns: 'name=B,liaison=E', confirmed: 'true' },
  answer: rosterReportView,
  prepare: async (input, _, { file }) => {
    const { bytes, name } = requireUpload(file);
    const choice = readChoice(rosterTable, input);
    return { sheets: await readWorkbook(bytes, name), choice, fileDigest: sha256(bytes) };
  },
  async perform(act, _, __, { sheets, choice, fileDigest }): Promise<ImportReport> {
    const reading = await plan(act.tx, act.compilationId, sheets, choice);
    const planned = reading.plan;
    if (planned.errors.length > 0) throw new RosterRefused(planned.errors);
    requireConfirmed(reading, choice);
    await write(act, planned);
    await rememberChoice(act, rosterTable, reading.table, choice);
    act.note({
      fileDigest,
      created: planned.create.length,
      updated: planned.update.length,
      unchanged: planned.unchanged.length,
    });
    return report(reading);
  },
});

/** The dry run of an import: lists each bad row and changes nothing. */
@Injectable()
export class TryUnitsQuery {
  constructor(private readonly database: Database) {}

  async execute(compilationId: string, { bytes, fileName, choice = {} }: RosterFile): Promise<ImportReport> {
    const sheets = await readWorkbook(bytes, fileName);
    return this.database.read(async (reader) => report(await plan(reader, compilationId, sheets, choice)));
  }
}

async function write({ tx, ids }: Act, { create, update }: ImportPlan): Promise<void> {
  const stored = new Map((await findUnits(tx)).map((unit) => [unit.key, unit]));
  for (const { unit } of update) await updateUnit(tx, ids, stored.get(unit.key)!, unit);
  const fresh = create.map(({ unit }) => ({ ...unit, key: `unit-${ids.next()}` }));
  await insertUnits(tx, ids, fresh);
}

async function plan(
  reader: EntityManager,
  compilationId: string,
  sheets: readonly Sheet[],
  choice: SheetChoice<RosterColumn>,
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
