import { Injectable } from '@nestjs/common';
import { In, MoreThan } from 'typeorm';
import { Database } from '../../platform/index.js';
import { HeldComment, type HeldState } from './held-comment.entity.js';

/** Without personal data: whether something is an opinion is seen from what it says. */
export type HeldView = Omit<HeldComment, 'personName' | 'personContact'>;

/** Read models of the slower queue, for the secretariat. */
@Injectable()
export class HeldCommentsQuery {
  constructor(private readonly database: Database) {}

  /** In the order in which they came. */
  list(
    compilationId: string,
    states: readonly HeldState[],
    size: number,
    after?: string,
  ): Promise<HeldView[]> {
    return this.database.read(async (reader) => {
      const following = after === undefined ? {} : { id: MoreThan(after) };
      const where = { compilationId, state: In([...states]), ...following };
      const rows = await reader.find(HeldComment, { where, order: { id: 'ASC' }, take: size });
      return rows.map((row) => {
        const view: Partial<HeldComment> = { ...row };
        delete view.personName;
        delete view.personContact;
        return view as HeldView;
      });
    });
  }

  counts(compilationId: string): Promise<Record<HeldState, number> & { total: number }> {
    return this.database.read(async (reader) => {
      const rows = await reader
        .createQueryBuilder(HeldComment, 'held')
        .where('held.compilationId = :compilationId', { compilationId })
        .select('held.state', 'state')
        .addSelect('COUNT(*)', 'count')
        .groupBy('held.state')
        .getRawMany<{ state: HeldState; count: string | number }>();
      const counts = { waiting: 0, suspect: 0, registered: 0, junk: 0, total: 0 };
      for (const { state, count } of rows) {
        counts[state] = Number(count);
        counts.total += Number(count);
      }
      return counts;
    });
  }
}
