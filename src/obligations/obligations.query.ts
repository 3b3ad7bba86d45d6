import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { CalendarShelf } from '../calendar/index.js';
import { categoryNames, unitCategories, type UnitCategory } from '../directory/index.js';
import { Clock, Database } from '../platform/index.js';
import { ExtensionRequest } from './extension-request.entity.js';
import { judgementAt } from './judgement.js';
import { type ObligationKind } from './obligation.entity.js';
import { type ObligationRow, toRows } from './obligation-rows.js';
import { isOutstanding, type ObligationState, outstandingStates } from './obligation-states.js';
import { findObligations, latestRound, type ObligationFilter } from './obligations.repository.js';

/** Counts of one category, or of all. `late`: outstanding after its deadline; `handedInLate`: came after it; `silent`: the notice may not have arrived. */
export interface Progress extends Record<ObligationState, number> {
  category: UnitCategory | 'all';
  title: string;
  total: number;
  late: number;
  handedInLate: number;
  extended: number;
  silent: number;
}

export interface OpenRequest {
  requestId: string;
  obligationId: string;
  unitName: string;
  title: string;
  reason: string;
  until: string;
  requestedAt: string;
}

/** Read models of what is owed, for pages, API, commands and the daily digest. */
@Injectable()
export class ObligationsQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly shelf: CalendarShelf,
  ) {}

  list(compilationId: string, filter: ObligationFilter = {}): Promise<ObligationRow[]> {
    return this.database.read((reader) => this.rows(reader, compilationId, filter));
  }

  /** Who is late now, the longest first. */
  async late(compilationId: string, kind?: ObligationKind): Promise<ObligationRow[]> {
    const rows = await this.database.read(async (reader) => {
      const judgement = await judgementAt(reader, compilationId, this.clock.now(), this.shelf);
      const filter = { kind, states: outstandingStates, dueBefore: judgement.at };
      const due = await findObligations(reader, compilationId, filter);
      return toRows(reader, compilationId, due, judgement);
    });
    return rows.filter((row) => row.late).sort((a, b) => a.effective.localeCompare(b.effective));
  }

  /** The latest round of a kind by category, in the order of the notice's head, and the sum of all last. */
  async progress(compilationId: string, kind: ObligationKind = 'material'): Promise<Progress[]> {
    return this.database.read(async (reader) => {
      const round = await latestRound(reader, compilationId, kind);
      const rows = await this.rows(reader, compilationId, { kind, round });
      const categories = unitCategories.map((category) => {
        const own = rows.filter((row) => row.category === category);
        return count(category, categoryNames[category].title, own);
      });
      return [...categories, count('all', '合计', rows)];
    });
  }

  /** Requests for more time that wait for an answer and still matter. */
  openRequests(compilationId: string): Promise<OpenRequest[]> {
    return this.database.read(async (reader) => {
      const requests = await reader.find(ExtensionRequest, {
        where: { compilationId, answer: IsNull() },
        order: { id: 'ASC' },
      });
      if (requests.length === 0) return [];
      const ids = requests.map((request) => request.obligationId);
      const rows = new Map((await this.rows(reader, compilationId, { ids })).map((row) => [row.id, row]));
      return requests.flatMap(({ id, obligationId, reason, until, requestedAt }) => {
        const row = rows.get(obligationId);
        if (row === undefined || !isOutstanding(row.state)) return [];
        const { unitName, title } = row;
        const asked = { reason, until, requestedAt: new Date(requestedAt).toISOString() };
        return [{ requestId: id, obligationId, unitName, title, ...asked }];
      });
    });
  }

  private async rows(
    reader: EntityManager,
    compilationId: string,
    filter: ObligationFilter,
  ): Promise<ObligationRow[]> {
    const judgement = await judgementAt(reader, compilationId, this.clock.now(), this.shelf);
    return toRows(reader, compilationId, await findObligations(reader, compilationId, filter), judgement);
  }
}

function count(category: Progress['category'], title: string, rows: ObligationRow[]): Progress {
  const having = (holds: (row: ObligationRow) => boolean) => rows.filter(holds).length;
  const inState = (state: ObligationState) => having((row) => row.state === state);
  return {
    category,
    title,
    total: rows.length,
    owed: inState('owed'),
    drafting: inState('drafting'),
    submitted: inState('submitted'),
    returned: inState('returned'),
    accepted: inState('accepted'),
    waived: inState('waived'),
    unanswered: inState('unanswered'),
    late: having((row) => row.late),
    handedInLate: having((row) => row.handedInLate),
    extended: having((row) => row.extendedAt !== null),
    silent: having((row) => row.state === 'owed' && row.acknowledgedAt === null),
  };
}
