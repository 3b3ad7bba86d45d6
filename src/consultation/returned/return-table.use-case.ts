import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { findClauses, workingRevision } from '../../drafts/index.js';
import { z } from 'zod';
import { type Act, defineAct, requireUpload } from '../../engine/index.js';
import { readWorkbook, type Sheet } from '../../files/index.js';
import { Database, InvalidInput, named, saveRevision, secretariat, sha256 } from '../../platform/index.js';
import {
  findingsOf,
  readChoice,
  recallChoices,
  rememberChoice,
  requireConfirmed,
  type SheetChoice,
  sheetChoiceShape,
  type SheetFindings,
} from '../../sheets/index.js';
import { dispose } from '../dispositions/dispose.js';
import { Opinion } from '../opinions/opinion.entity.js';
import { findOpinion } from '../opinions/opinions.repository.js';
import { pageRows } from '../tables/disposition-rows.js';
import { dispositionTable, type ReturnedField } from './disposition-table-kind.js';
import {
  readReturned,
  type ReturnedChange,
  type ReturnedReading,
  type RowRefusal,
  type Standing,
} from './read-returned.js';
import { returnReportView } from './return-report.view.js';

export interface ReturnedFile {
  /** XLSX or CSV, at most 20 MB. */
  bytes: Uint8Array;
  fileName: string;
  choice?: SheetChoice<ReturnedField>;
}

export interface ReturnReport extends SheetFindings {
  changes: (Omit<ReturnedChange, 'opinionId' | 'clauseId'> & { from: string })[];
  refusals: RowRefusal[];
  unchanged: number;
  blank: number;
}

class ReturnRefused extends InvalidInput {
  constructor(readonly refusals: readonly RowRefusal[]) {
    const shown = refusals.slice(0, 5).map(({ row, sentence }) => `第${row}行：${sentence}`);
    super(
      `表中有${refusals.length}行不能办理，没有办理任何一件。${shown.join('')}请改正后再办，或者选择“不能办理的行不办，办理其余各行”。`,
      'rows-refused',
    );
  }
}

/** On SQLite the whole house waits for an act, and each opinion costs some ten statements. */
const mostAtOnce = 2_000;

export const returnedFile =
  '填好的征求意见汇总处理表（导出的.xlsx 或者 .csv，填写处理意见、理由和修改后条款），不超过20 MB';

/** 征求意见汇总处理表, filled in outside the house, disposes of its opinions: one act, one entry of the ledger. */
export const returnTable = defineAct({
  name: 'opinions.tableReturned',
  title: '按填好的汇总处理表批量办理',
  summary: '按填好的汇总处理表批量办理意见；一次办理，台账一条',
  may: secretariat,
  path: 'tables/disposition/return',
  file: returnedFile,
  input: z.object({
    ...sheetChoiceShape,
    /** Rows that cannot be are passed over, and the others disposed of. */
    skipRefused: named(
      '不能办理的行不办',
      z.enum(['true', 'false']).optional().describe('不能办理的行不办，办理其余各行'),
    ),
  }),
  example: { confirmed: 'true' },
  answer: returnReportView,
  async prepare({ skipRefused, ...sheet }, _, { file }) {
    const { bytes, name } = requireUpload(file);
    const choice = readChoice(dispositionTable, sheet);
    return {
      sheets: await readWorkbook(bytes, name),
      choice,
      skipRefused: skipRefused === 'true',
      fileDigest: sha256(bytes),
    };
  },
  async perform(act, _, __, { sheets, choice, skipRefused, fileDigest }): Promise<ReturnReport> {
    const reading = await plan(act.tx, act.compilationId, sheets, choice);
    const blocking = reading.doubts.filter(({ blocks }) => blocks);
    if (blocking.length > 0) throw new InvalidInput(blocking[0].message, 'table-unclear');
    if (reading.refusals.length > 0 && !skipRefused) throw new ReturnRefused(reading.refusals);
    requireConfirmed(reading, choice);
    assertSize(reading.changes);
    for (const change of reading.changes) await carryOut(act, change);
    await rememberChoice(act, dispositionTable, reading.table, choice);
    const { changes, refusals } = reading;
    act.note({ fileDigest, opinions: changes.length, passedOver: refusals.length });
    return reportOf(reading);
  },
});

/** The dry run: which rows change from what to what, and which cannot be. */
@Injectable()
export class TryReturnQuery {
  constructor(private readonly database: Database) {}

  async execute(
    compilationId: string,
    { bytes, fileName, choice = {} }: ReturnedFile,
  ): Promise<ReturnReport> {
    const sheets = await readWorkbook(bytes, fileName);
    return this.database.read(async (reader) => reportOf(await plan(reader, compilationId, sheets, choice)));
  }
}

function assertSize(changes: readonly ReturnedChange[]): void {
  if (changes.length === 0)
    throw new InvalidInput('表中没有需要办理的行：请在“处理意见”一列填写后再交回。', 'nothing-to-do');
  if (changes.length > mostAtOnce)
    throw new InvalidInput(
      `一次最多办理${mostAtOnce}件，表中有${changes.length}件；请分成几张表。`,
      'too-many',
    );
}

/** What nobody had in hand is given to whoever returns the table, in the same act. */
async function carryOut(act: Act, change: ReturnedChange): Promise<void> {
  const { opinionId, assigns, disposition, reason, clauseId } = change;
  let opinion = await findOpinion(act.tx, act.compilationId, opinionId);
  if (assigns) {
    await act.send(opinionId, { type: 'assign' });
    await saveRevision(act.tx, Opinion, opinion, { handler: act.actor.id, assignedAt: act.now }, '该意见');
    opinion = await findOpinion(act.tx, act.compilationId, opinionId);
  }
  await dispose(act, opinion, { disposition, reason, changedClauseId: clauseId });
}

async function plan(
  reader: EntityManager,
  compilationId: string,
  sheets: readonly Sheet[],
  choice: SheetChoice<ReturnedField>,
): Promise<ReturnedReading> {
  const standing = new Map<string, Standing>();
  for await (const { opinion, state } of pageRows((fn) => fn(reader), { compilationId }))
    standing.set(opinion.number, { opinion, state });
  const working = await workingRevision(reader, compilationId);
  const clauses = working === null ? [] : await findClauses(reader, working.id);
  const remembered = await recallChoices(reader, compilationId, dispositionTable);
  return readReturned(sheets, choice, { standing, clauses, remembered });
}

function reportOf(reading: ReturnedReading): ReturnReport {
  const { changes, refusals, unchanged, blank } = reading;
  return {
    ...findingsOf(reading),
    changes: changes.map(({ row, number, assigns, disposition, reason, clauseLabel }) => ({
      row,
      number,
      assigns,
      from: assigns ? '待分派' : '待处理',
      disposition,
      reason,
      clauseLabel,
    })),
    refusals,
    unchanged,
    blank,
  };
}
