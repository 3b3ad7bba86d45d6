import {
  flattenClauses,
  formatMark,
  readDraftFile,
  type Responsibility,
  wordingOf,
} from '../../drafts/index.js';
import { type FileReading, type ReadRequest } from './reading.js';

interface DraftFileReading extends FileReading {
  title: string;
  clauses: {
    /** 1 for 一、 to 4 for （1）. */
    level: number;
    number: string;
    title: string;
    /** The numbers on the way down: 二、（五）. */
    path: string;
    /** Title and passages in reading order, without the number. */
    text: string;
    tables: { rows: string[][] }[];
  }[];
  responsibilities: { role: string; units: string[]; due: string | null; path: string }[];
  foot: string[];
}

/** A draft as it would be split into clauses. */
export async function read({ bytes, fileName }: ReadRequest): Promise<DraftFileReading> {
  const { draft, doubts } = await readDraftFile({ bytes, fileName });
  const clauses = flattenClauses(draft.clauses).map(({ clause }) => clause);
  return {
    title: draft.title,
    clauses: clauses.map((clause) => ({
      level: clause.level,
      number: formatMark(clause.kind, clause.numberPath[clause.numberPath.length - 1]),
      title: clause.title,
      path: clause.label,
      text: wordingOf(clause).join('\n'),
      tables: [],
    })),
    responsibilities: clauses.flatMap(({ label, responsibilities }) =>
      responsibilities.flatMap((responsibility) => rolesOf(responsibility, label)),
    ),
    foot: draft.foot,
    doubts: doubts.map(({ label, message }) => ({ place: label === '' ? '全文' : label, message })),
    leftOut: [],
  };
}

function rolesOf({ lead, participate }: Responsibility, path: string) {
  return [
    { role: '牵头', units: lead, due: null, path },
    { role: '参与', units: participate, due: null, path },
  ].filter(({ units }) => units.length > 0);
}
