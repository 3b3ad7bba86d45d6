import { z } from 'zod';
import {
  type ClauseTable,
  flattenClauses,
  formatMark,
  readDraftFile,
  type Responsibility,
  tablesOf,
  wordingOf,
} from '../../drafts/index.js';
import { revisionChoices } from '../../files/index.js';
import { parseInput } from '../../platform/index.js';
import { type FileReading, type ReadRequest } from './reading.js';

const changesSchema = z.enum(revisionChoices, { error: '应为 accepted 或者 refused' }).optional();

interface DraftFileReading extends FileReading {
  title: string;
  clauses: {
    /** 1 for 一、 to 4 for （1）. */
    level: number;
    /** As written, without spaces. */
    number: string;
    title: string;
    /** The numbers on the way down: 二、（五）. */
    path: string;
    /** Title and passages in reading order, without the number. */
    text: string;
    tables: ClauseTable[];
  }[];
  responsibilities: { role: string; units: string[]; due: string | null; path: string }[];
  foot: string[];
}

/** A draft as it would be split into clauses. */
export async function read({ bytes, fileName, options }: ReadRequest): Promise<DraftFileReading> {
  const changes = parseInput(changesSchema, options.changes);
  const { draft, doubts, leftOut } = await readDraftFile({ bytes, fileName, changes });
  const clauses = flattenClauses(draft.clauses).map(({ clause }) => clause);
  return {
    title: draft.title,
    clauses: clauses.map((clause) => ({
      level: clause.level,
      number: clause.written || formatMark(clause.kind, clause.numberPath[clause.numberPath.length - 1]),
      title: clause.title,
      path: clause.label,
      text: wordingOf(clause).join('\n'),
      tables: tablesOf(clause),
    })),
    responsibilities: clauses.flatMap(({ label, responsibilities }) =>
      responsibilities.flatMap((responsibility) => rolesOf(responsibility, label)),
    ),
    foot: draft.foot,
    doubts: doubts.map(({ label, message }) => ({ place: label === '' ? '全文' : label, message })),
    leftOut,
  };
}

/** 责任单位 are those whom the text calls so, or of whom it only says 负责. */
function rolesOf({ lead, participate, answering = [], due }: Responsibility, path: string) {
  const until = due ?? null;
  const stated = (units: string[]) => units.filter((unit) => !answering.includes(unit));
  return [
    { role: '牵头', units: stated(lead), due: until, path },
    { role: '责任单位', units: answering, due: until, path },
    { role: '参与', units: stated(participate), due: until, path },
  ].filter(({ units }) => units.length > 0);
}
