import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { yearOf, type CalendarDate } from '../../calendar/index.js';
import { opinionTable, readOpinions } from '../../consultation/index.js';
import { UnitIndex } from '../../directory/index.js';
import { readWorkbook } from '../../files/index.js';
import { seedsFolder } from '../../platform/index.js';
import { sheetChoiceOf } from '../sheet-options.js';
import { choosePlan } from '../../compilation/index.js';
import { consultStage, wordsFor } from '../../../workflows/index.js';
import { knownUnits } from './known-units.js';
import { type FileReading, type ReadRequest } from './reading.js';

interface OpinionsFileReading extends FileReading {
  rows: {
    row: number;
    content: string;
    clause: string | null;
    /** As the register shows it; null when it cannot be told. */
    proposer: string | null;
    channel: string;
    receivedOn: string | null;
  }[];
  /** Units that answered 无意见. */
  answers: { row: number; proposer: string | null }[];
}

/** A table of opinions as an import would take it. */
export async function read({ bytes, fileName, options }: ReadRequest): Promise<OpinionsFileReading> {
  const sheets = await readWorkbook(bytes, fileName);
  const known = await knownUnits(options);
  const units = new UnitIndex(known.map((unit) => ({ ...unit, id: unit.key })));
  const context = {
    fileName,
    units,
    channel: null,
    year: await consultationYear(),
    now: Number.MAX_SAFE_INTEGER,
  };
  const { rows, answers, doubts, leftOut } = readOpinions(
    sheets,
    sheetChoiceOf(opinionTable, options),
    context,
  );
  return {
    rows: rows.map(({ row, content, clause, proposer, channel, receivedOn }) => ({
      row,
      content,
      clause,
      proposer,
      channel,
      receivedOn,
    })),
    answers: answers.map(({ row, proposer }) => ({ row, proposer })),
    doubts: doubts.map(({ place, message }) => ({ place, message })),
    leftOut: leftOut.map(({ place, what }) => ({ place, what })),
  };
}

/** Dates without a year are of the year in which the consultation opens. */
async function consultationYear(): Promise<number> {
  const seeds = await readFile(join(seedsFolder, 'timeline-2021.json'), 'utf8');
  const { workflow, deadlines } = JSON.parse(seeds) as {
    workflow: string;
    deadlines: { key: string; rule: { date?: CalendarDate } }[];
  };
  const opens = wordsFor(choosePlan(workflow), consultStage)?.deadlines.opens;
  return yearOf(deadlines.find(({ key }) => key === opens)!.rule.date!);
}
