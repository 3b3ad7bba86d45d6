import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/index.js';
import { opinionsIn } from './opinion-counts.js';
import { type Channel } from './opinion-kinds.js';

/** What one post has on its desk. */
export interface HandlerTally {
  /** null: assigned to nobody yet. */
  handler: string | null;
  undisposed: number;
  unreviewed: number;
  total: number;
}

export interface RegisterTally {
  channels: { channel: Channel; count: number }[];
  handlers: HandlerTally[];
  /** Received after the consultation closed. */
  late: number;
}

interface TallyRow {
  channel: Channel;
  handler: string | null;
  state: string;
  late: number | string;
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

  /** The whole register in one pass. */
  async overview(compilationId: string): Promise<RegisterTally> {
    const rows = await this.database.read((reader) =>
      opinionsIn(reader, { compilationId })
        .select('opinion.channel', 'channel')
        .addSelect('opinion.handler', 'handler')
        .addSelect('instance.state', 'state')
        .addSelect('CASE WHEN opinion.late THEN 1 ELSE 0 END', 'late')
        .addSelect('COUNT(*)', 'count')
        .groupBy('opinion.channel')
        .addGroupBy('opinion.handler')
        .addGroupBy('instance.state')
        .addGroupBy('4')
        .getRawMany<TallyRow>(),
    );
    const counted = rows.map((row) => ({ ...row, count: Number(row.count), late: Number(row.late) === 1 }));
    return {
      channels: namesIn(counted, 'channel').map((channel) => ({
        channel,
        count: sum(counted.filter((row) => row.channel === channel)),
      })),
      handlers: namesIn(counted, 'handler').map((handler) => {
        const own = counted.filter((row) => row.handler === handler);
        const inState = (states: string[]) => sum(own.filter(({ state }) => states.includes(state)));
        const undisposed = inState(['received', 'assigned']);
        return { handler, undisposed, unreviewed: inState(['disposed']), total: sum(own) };
      }),
      late: sum(counted.filter((row) => row.late)),
    };
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
