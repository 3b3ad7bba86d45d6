import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/index.js';
import { opinionsIn } from './opinion-counts.js';
import { countRegister, type RegisterCounts } from './register-counts.js';

/** What one post has on its desk. */
export interface HandlerTally {
  /** null: assigned to nobody yet. */
  handler: string | null;
  undisposed: number;
  unreviewed: number;
  total: number;
}

export interface RegisterTally extends RegisterCounts {
  handlers: HandlerTally[];
}

interface TallyRow {
  handler: string | null;
  state: string;
  count: number | string;
}

const sum = (rows: readonly { count: number }[]): number =>
  rows.reduce((total, { count }) => total + count, 0);

const namesIn = <T, K extends keyof T>(rows: readonly T[], key: K): T[K][] => [
  ...new Set(rows.map((row) => row[key])),
];

export interface ClauseTally {
  clauseId: string;
  total: number;
  /** Not reviewed yet. */
  open: number;
}

/** The register counted by channel, by who has it and by clause; counted by the database. */
@Injectable()
export class OpinionTalliesQuery {
  constructor(private readonly database: Database) {}

  /** The counts of the whole register, and what each post has of it. */
  overview(compilationId: string): Promise<RegisterTally> {
    return this.database.read(async (reader) => {
      const counts = await countRegister(reader, { compilationId });
      const rows = await opinionsIn(reader, { compilationId })
        .select('opinion.handler', 'handler')
        .addSelect('instance.state', 'state')
        .addSelect('COUNT(*)', 'count')
        .groupBy('opinion.handler')
        .addGroupBy('instance.state')
        .getRawMany<TallyRow>();
      return { ...counts, handlers: handlersOf(rows.map((row) => ({ ...row, count: Number(row.count) }))) };
    });
  }

  async byClause(compilationId: string): Promise<ClauseTally[]> {
    const rows = await this.database.read((reader) =>
      opinionsIn(reader, { compilationId })
        .andWhere('opinion.clauseId IS NOT NULL')
        .select('opinion.clauseId', 'clauseId')
        .addSelect('COUNT(*)', 'total')
        .addSelect(`SUM(CASE WHEN instance.state = 'reviewed' THEN 0 ELSE 1 END)`, 'open')
        .groupBy('opinion.clauseId')
        .getRawMany<{ clauseId: string; total: string | number; open: string | number }>(),
    );
    return rows.map(({ clauseId, total, open }) => ({ clauseId, total: Number(total), open: Number(open) }));
  }
}

function handlersOf(rows: (TallyRow & { count: number })[]): HandlerTally[] {
  return namesIn(rows, 'handler').map((handler) => {
    const own = rows.filter((row) => row.handler === handler);
    const inState = (states: string[]) => sum(own.filter(({ state }) => states.includes(state)));
    const undisposed = inState(['received', 'assigned']);
    return { handler, undisposed, unreviewed: inState(['disposed']), total: sum(own) };
  });
}
