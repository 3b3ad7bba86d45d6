import { Injectable } from '@nestjs/common';
import { dateOf, yearOf } from '../../calendar/index.js';
import { findUnits, UnitIndex } from '../../directory/index.js';
import { type Act, Acts } from '../../engine/index.js';
import { readWorkbook } from '../../files/index.js';
import { type Actor, Clock, Database, InvalidInput, sha256 } from '../../platform/index.js';
import {
  findingsOf,
  recallChoices,
  rememberChoice,
  requireConfirmed,
  type SheetFindings,
} from '../../sheets/index.js';
import { requirePublishedNotice } from '../notice/notice.repository.js';
import { ClauseAnchors } from '../opinions/clause-anchors.js';
import { type Channel, type ProposerCategory } from '../opinions/opinion-kinds.js';
import { type NewOpinion, registerOpinions } from '../opinions/register-opinions.js';
import { opinionTable } from './opinion-columns.js';
import { type OpinionRowReading } from './opinion-row.js';
import { type Answer, type OpinionChoice, type OpinionsReading, readOpinions } from './read-opinions.js';
import { recordAnswers } from './record-answers.js';

export interface OpinionFile {
  /** XLSX or CSV, at most 20 MB. */
  bytes: Uint8Array;
  fileName: string;
  /** For rows that name no channel. */
  channel?: Channel | null;
  /** The category of proposers who are not in the roster. */
  outsiders?: ProposerCategory;
  choice?: OpinionChoice;
}

export interface RowNote {
  /** As the spreadsheet program numbers it. */
  row: number;
  sentence: string;
}

export interface OpinionImportReport extends SheetFindings {
  /** Rows that hold an opinion and can be taken. */
  valid: number;
  /** Rows that say 无意见. */
  answers: Answer[];
  errors: RowNote[];
  /** What can be taken, but should be looked at: numbers that name no clause. */
  warnings: RowNote[];
  /** The first ten rows as they will be stored. */
  sample: Omit<OpinionRowReading, 'opinion'>[];
}

export interface ImportedOpinions extends OpinionImportReport {
  /** Numbers of the first and the last opinion; null when the file held none. */
  first: string | null;
  last: string | null;
  /** Rows that were on the register before, from the same file. */
  already: number;
  /** Units whose answer 无意见 is now on record. */
  answered: number;
}

export class OpinionsRefused extends InvalidInput {
  constructor(readonly errors: RowNote[]) {
    const shown = errors.slice(0, 5).map(({ row, sentence }) => `第${row}行：${sentence}`);
    super(
      `文件中有${errors.length}处须先改正或者另作选择，没有导入任何一条。${shown.join('')}请改正后重新导入，或者选择不读入这些行。`,
      'rows-refused',
    );
  }
}

/** One act for every so many rows: the house must not stand still behind a large file. */
const rowsPerAct = 1000;
const rowsShown = 10;

/**
 * Takes opinions from a spreadsheet. One row that cannot be and none is taken; what is doubtful waits for a person.
 * Each row has a key made from the file, so an import that was interrupted is completed by importing the same file
 * again.
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
    return (await this.plan(compilationId, file)).report;
  }

  /** @throws OpinionsRefused with every bad row; DoubtsUnconfirmed */
  async execute(compilationId: string, actor: Actor, file: OpinionFile): Promise<ImportedOpinions> {
    const { reading, entries, report } = await this.plan(compilationId, file);
    if (report.errors.length > 0) throw new OpinionsRefused(report.errors);
    requireConfirmed(reading, file.choice ?? {});
    const fileDigest = sha256(file.bytes);
    const done = { first: null as string | null, last: null as string | null, already: 0, answered: 0 };
    const order = { compilationId, actor, type: 'opinions.imported' };
    for (let from = 0; from === 0 || from < entries.length; from += rowsPerAct) {
      const chunk = entries.slice(from, from + rowsPerAct);
      const registered = await this.acts.perform(order, async (act) => {
        act.note({ fileDigest, rows: chunk.length });
        if (from === 0) done.answered = await this.begin(act, reading, file);
        const opinions = chunk.length === 0 ? [] : await registerOpinions(act, chunk);
        return opinions.map(({ number, registeredSeq }) => ({
          number,
          fresh: registeredSeq === act.ledgerSeq,
        }));
      });
      done.first ??= registered[0]?.number ?? null;
      done.last = registered.at(-1)?.number ?? done.last;
      done.already += registered.filter(({ fresh }) => !fresh).length;
    }
    return { ...report, ...done };
  }

  private async begin(act: Act, { table, answers }: OpinionsReading, file: OpinionFile): Promise<number> {
    await rememberChoice(act, opinionTable, table, file.choice ?? {});
    return recordAnswers(act, answers);
  }

  private async plan(compilationId: string, file: OpinionFile) {
    const sheets = await readWorkbook(file.bytes, file.fileName);
    const known = await this.database.read(async (reader) => ({
      notice: await requirePublishedNotice(reader, compilationId),
      units: new UnitIndex(await findUnits(reader)),
      remembered: await recallChoices(reader, compilationId, opinionTable),
    }));
    const { notice, units, remembered } = known;
    const now = this.clock.now();
    const opensOn = dateOf(notice.publishedAt ?? now);
    const { fileName, channel = null, outsiders } = file;
    const context = { fileName, units, remembered, channel, outsiders, year: yearOf(opensOn), opensOn, now };
    const reading = readOpinions(sheets, file.choice ?? {}, context);
    const anchors = await this.database.read((reader) => ClauseAnchors.of(reader, notice.draftVersionId));
    const entries = entriesOf(reading, sha256(file.bytes));
    return { reading, entries, report: reportOf(reading, anchors) };
  }
}

/** The first sheet's rows have the keys that they always had, so that an import from before is still known. */
function entriesOf({ rows, table }: OpinionsReading, fileDigest: string): NewOpinion[] {
  const source = table.firstSheet ? fileDigest : `${fileDigest}:${sha256(table.sheet).slice(0, 16)}`;
  return rows.flatMap(({ row, opinion }) =>
    opinion === null ? [] : [{ ...opinion, submissionKey: `${source}:${row}` }],
  );
}

function reportOf(reading: OpinionsReading, anchors: ClauseAnchors): OpinionImportReport {
  const { rows, answers, doubts, table } = reading;
  const errors = doubts
    .filter(({ blocks }) => blocks)
    .map(({ row, place, message }) => ({
      row: row ?? table.header?.first ?? 1,
      sentence: row === null ? `${place}：${message}` : message,
    }));
  const warnings = rows.flatMap(({ row, clause }) =>
    clause !== null && anchors.resolve({ clauseLabel: clause }).clauseId === null
      ? [{ row, sentence: `章条编号“${clause}”不在征求意见稿中，将按原样登记。` }]
      : [],
  );
  return {
    ...findingsOf(reading),
    valid: rows.filter(({ opinion }) => opinion !== null).length,
    answers,
    errors: errors.sort((a, b) => a.row - b.row),
    warnings,
    sample: rows.slice(0, rowsShown).map(({ row, content, clause, proposer, channel, receivedOn }) => ({
      row,
      content,
      clause,
      proposer,
      channel,
      receivedOn,
    })),
  };
}
