import { Injectable } from '@nestjs/common';
import { OpinionsQuery } from '../../consultation/index.js';
import { ObligationsQuery } from '../../obligations/index.js';
import { type AreaKey } from './navigation.js';

interface WorkCount {
  /** Beside the navigation's entry. */
  count: string;
  /** Overdue. */
  alarm: boolean;
}

/** How much waits in each area, for the navigation. */
@Injectable()
export class WorkCounts {
  constructor(
    private readonly obligations: ObligationsQuery,
    private readonly opinions: OpinionsQuery,
  ) {}

  async of(compilationId: string): Promise<Partial<Record<AreaKey, WorkCount>>> {
    const late = await this.obligations.late(compilationId);
    const states = await this.opinions.states(compilationId);
    const open = states.unassigned + states.undisposed + states.unreviewed;
    return {
      ...(late.length > 0 ? { materials: { count: `逾期${late.length}`, alarm: true } } : {}),
      ...(open > 0 ? { consultation: { count: String(open), alarm: false } } : {}),
    };
  }
}
