import { setImmediate as turn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { findUnits, UnitIndex } from '../../directory/index.js';
import { Acts } from '../../engine/index.js';
import { readSheet, type Sheet } from '../../files/index.js';
import { type Actor, Clock, Database, InvalidInput, sha256 } from '../../platform/index.js';
import { requirePublishedNotice } from '../notice/notice.repository.js';
import { ClauseAnchors } from '../opinions/clause-anchors.js';
import { type NewOpinion, registerOpinions } from '../opinions/register-opinions.js';
import { findColumns, type OpinionField } from './opinion-columns.js';
import { readOpinionRow, type RowContext } from './opinion-row.js';

export interface OpinionFile {
  /** XLSX or CSV, at most 20 MB. */
  bytes: Uint8Array;
  fileName: string;
  /** For rows that name no channel. */
  channel?: string | null;
}

export interface RowNote {
  /** As the spreadsheet program numbers it. */
  row: number;
  sentence: string;
}

export interface OpinionImportReport {
  /** Rows that hold an opinion and can be taken. */
  valid: number;
  errors: RowNote[];
  /** What can be taken, but should be looked at: numbers that name no clause. */
  warnings: RowNote[];
}

export interface ImportedOpinions extends OpinionImportReport {
  /** Numbers of the first and the last opinion; null when the file held none. */
  first: string | null;
  last: string | null;
}

export class OpinionsRefused extends InvalidInput {
  constructor(readonly errors: RowNote[]) {
    const shown = errors.slice(0, 5).map(({ row, sentence }) => `第${row}行：${sentence}`);
    super(
      `文件中有${errors.length}行有误，没有导入任何一条。${shown.join('')}请改正后重新导入。`,
      'rows-refused',
    );
  }
}

/** One act for every so many rows: the house must not stand still behind a large file. */
const rowsPerAct = 1000;

/**
 * Takes opinions from a spreadsheet. One bad row and none is taken; the dry run lists them all. Each row has a key
 * made from the file, so an import that was interrupted is completed by importing the same file again.
 */
@Injectable()
export class ImportOpinionsUseCase {
  constructor(
    private readonly acts: Acts,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The dry run: changes nothing. */
  async preview(compilationId: string, file: OpinionFile): Promise<OpinionImportReport> {
    const { entries, errors, warnings } = await this.plan(compilationId, file);
    return { valid: entries.length, errors, warnings };
  }

  /** @throws OpinionsRefused with every bad row */
  async execute(compilationId: string, actor: Actor, file: OpinionFile): Promise<ImportedOpinions> {
    const { entries, errors, warnings } = await this.plan(compilationId, file);
    if (errors.length > 0) throw new OpinionsRefused(errors);
    const fileDigest = sha256(file.bytes);
    const numbers: string[] = [];
    for (let from = 0; from < entries.length; from += rowsPerAct) {
      const chunk = entries.slice(from, from + rowsPerAct);
      const order = { compilationId, actor, type: 'opinions.imported' };
      const registered = await this.acts.perform(order, (act) => {
        act.note({ fileDigest, rows: chunk.length });
        return registerOpinions(act, chunk);
      });
      numbers.push(registered[0].number, registered[registered.length - 1].number);
    }
    const [first = null, last = null] = [numbers[0], numbers.at(-1)];
    return { valid: entries.length, errors, warnings, first, last };
  }

  private async plan(compilationId: string, file: OpinionFile) {
    const sheet = await readSheet(file.bytes, file.fileName);
    const { anchors, units } = await this.database.read(async (reader) => {
      const notice = await requirePublishedNotice(reader, compilationId);
      return {
        anchors: await ClauseAnchors.of(reader, notice.draftVersionId),
        units: new UnitIndex(await findUnits(reader)),
      };
    });
    const context = { units, channel: file.channel ?? null, now: this.clock.now() };
    return readRows(sheet, sha256(file.bytes), context, anchors);
  }
}

async function readRows(sheet: Sheet, fileDigest: string, context: RowContext, anchors: ClauseAnchors) {
  const { headerRow, at } = findColumns(sheet.rows);
  const entries: NewOpinion[] = [];
  const errors: RowNote[] = [...sheet.errors];
  const warnings: RowNote[] = [];
  for (let index = headerRow + 1; index < sheet.rows.length; index++) {
    if (index % rowsPerAct === 0) await turn();
    const cells = sheet.rows[index];
    if (cells.every((text) => text.trim() === '')) continue;
    const row = index + 1;
    const cell = (field: OpinionField) => cells[at.get(field) ?? -1] ?? '';
    const result = readOpinionRow(cell, context);
    if ('fault' in result) {
      errors.push({ row, sentence: result.fault });
      continue;
    }
    const { opinion } = result;
    entries.push({ ...opinion, submissionKey: `${fileDigest}:${row}` });
    if (opinion.clauseLabel != null && anchors.resolve(opinion).clauseId === null) {
      const sentence = `章条编号“${opinion.clauseLabel}”不在征求意见稿中，将按原样登记。`;
      warnings.push({ row, sentence });
    }
  }
  return { entries, errors: errors.sort((a, b) => a.row - b.row), warnings };
}
