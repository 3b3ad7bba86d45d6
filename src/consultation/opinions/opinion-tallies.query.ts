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

  async byChannel(compilationId: string): Promise<{ channel: Channel; count: number }[]> {
    const rows = await this.database.read((reader) =>
      opinionsIn(reader, { compilationId })
        .select('opinion.channel', 'channel')
        .addSelect('COUNT(*)', 'count')
        .groupBy('opinion.channel')
        .getRawMany<{ channel: Channel; count: string | number }>(),
    );
    return rows.map(({ channel, count }) => ({ channel, count: Number(count) }));
  }

  async byHandler(compilationId: string): Promise<HandlerTally[]> {
    const rows = await this.database.read((reader) =>
      opinionsIn(reader, { compilationId })
        .select('opinion.handler', 'handler')
        .addSelect('instance.state', 'state')
        .addSelect('COUNT(*)', 'count')
        .groupBy('opinion.handler')
        .addGroupBy('instance.state')
        .getRawMany<{ handler: string | null; state: string; count: string | number }>(),
    );
    return [...new Set(rows.map(({ handler }) => handler))].map((handler) => {
      const own = rows.filter((row) => row.handler === handler);
      const count = (states: string[]) =>
        own.filter(({ state }) => states.includes(state)).reduce((sum, row) => sum + Number(row.count), 0);
      const total = own.reduce((sum, row) => sum + Number(row.count), 0);
      return { handler, undisposed: count(['received', 'assigned']), unreviewed: count(['disposed']), total };
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
