import { Injectable } from '@nestjs/common';
import { dateOf, yearOf } from '../../calendar/index.js';
import { findUnits, UnitIndex } from '../../directory/index.js';
import { readWorkbook } from '../../files/index.js';
import { Clock, Database, sha256 } from '../../platform/index.js';
import { findingsOf, recallChoices, type SheetFindings } from '../../sheets/index.js';
import { requirePublishedNotice } from '../notice/notice.repository.js';
import { ClauseAnchors } from '../opinions/clause-anchors.js';
import { type NewOpinion } from '../opinions/register-opinions.js';
import { type OpinionFile } from './opinion-choice.js';
import { opinionTable } from './opinion-columns.js';
import { type OpinionRowReading } from './opinion-row.js';
import { type Answer, type OpinionsReading, readOpinions } from './read-opinions.js';

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

const rowsShown = 10;

/** The dry run of an import: how the table is read, and every row that cannot be taken. */
@Injectable()
export class TryOpinionsQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async execute(compilationId: string, file: OpinionFile): Promise<OpinionImportReport> {
    return (await this.plan(compilationId, file)).report;
  }

  async plan(compilationId: string, file: OpinionFile) {
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
