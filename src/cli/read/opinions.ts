import { readOpinionSheet } from '../../consultation/index.js';
import { UnitIndex } from '../../directory/index.js';
import { readSheet } from '../../files/index.js';
import { knownUnits } from './known-units.js';
import { type FileReading, type ReadRequest } from './reading.js';

interface OpinionsFileReading extends FileReading {
  rows: {
    row: number;
    content: string;
    clause: string | null;
    proposer: string;
    channel: string;
    receivedOn: string | null;
  }[];
  /** Units that answered 无意见. */
  answers: { row: number; proposer: string }[];
}

/** A sheet of opinions as an import would take it. */
export async function read({ bytes, fileName, options }: ReadRequest): Promise<OpinionsFileReading> {
  const sheet = await readSheet(bytes, fileName, sheetOf(options.sheet));
  const known = await knownUnits(options);
  const units = new UnitIndex(known.map((unit) => ({ ...unit, id: unit.key })));
  const { rows, errors } = readOpinionSheet(sheet, units);
  return {
    rows,
    answers: [],
    doubts: errors.map(({ row, sentence }) => ({ place: `第${row}行`, message: sentence })),
    leftOut: [],
  };
}

const sheetOf = (name: unknown): string | undefined => (typeof name === 'string' ? name : undefined);
