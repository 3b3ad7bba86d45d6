import { Injectable } from '@nestjs/common';
import { type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { CalendarShelf } from '../calendar/index.js';
import { findUnits, normaliseName, Unit, type UnitCategory } from '../directory/index.js';
import { WorkflowInstance } from '../engine/index.js';
import { Clock, Database, type Instant } from '../platform/index.js';
import { judgementAt } from './judgement.js';
import { Obligation, type ObligationKind } from './obligation.entity.js';
import { type ObligationRow, toRows } from './obligation-rows.js';
import { type ObligationState, outstandingStates } from './obligation-states.js';

export interface RegisterFilter {
  kind?: ObligationKind;
  category?: UnitCategory;
  state?: ObligationState;
  districtCode?: string;
  /** Only what is outstanding after its deadline. */
  late?: boolean;
  /** Part of a name, short name or alias of the unit, in any spelling that means the same. */
  unit?: string;
}

export const registerOrders = ['attention', 'roster', 'deadline', 'handedIn'] as const;
/** `attention`: late ones first, then what waits for the secretariat, then what is still owed. */
export type RegisterOrder = (typeof registerOrders)[number];

export interface RegisterPage {
  /** How many the filter leaves. */
  total: number;
  rows: ObligationRow[];
}

/** How many obligations of a category stand alike. */
export interface Breakdown {
  category: UnitCategory;
  state: ObligationState;
  late: boolean;
  extended: boolean;
  count: number;
}

const late = `instance.state IN ('${outstandingStates.join("','")}') AND obligation.effectiveAt < :at`;
const urgency = `CASE WHEN ${late} THEN 0 WHEN instance.state = 'submitted' THEN 1
  WHEN instance.state = 'returned' THEN 2 WHEN instance.state IN ('owed','drafting') THEN 3 ELSE 4 END`;

/** The register of obligations a page at a time: filtered, ordered and counted by the database. */
@Injectable()
export class ObligationRegisterQuery {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly shelf: CalendarShelf,
  ) {}

  /** @param page counts from 1 */
  page(
    compilationId: string,
    filter: RegisterFilter,
    { order, page, size }: { order: RegisterOrder; page: number; size: number },
  ): Promise<RegisterPage> {
    return this.database.read(async (reader) => {
      const judgement = await judgementAt(reader, compilationId, this.clock.now(), this.shelf);
      const query = await filtered(reader, compilationId, filter, judgement.at);
      const total = await query.getCount();
      query.addSelect('instance.state', 'state').addSelect(urgency, 'urgency');
      ordered(query, order);
      query.limit(size).offset((page - 1) * size);
      const { entities, raw } = await query.getRawAndEntities<{ state: ObligationState }>();
      const standing = entities.map((obligation, index) => ({ ...obligation, state: raw[index].state }));
      return { total, rows: await toRows(reader, compilationId, standing, judgement) };
    });
  }

  /** Ids of all that the filter leaves, for an act on the whole list. */
  ids(compilationId: string, filter: RegisterFilter, most: number): Promise<string[]> {
    return this.database.read(async (reader) => {
      const { at } = await judgementAt(reader, compilationId, this.clock.now(), this.shelf);
      const query = await filtered(reader, compilationId, filter, at);
      const rows = await query
        .select('obligation.id', 'id')
        .orderBy('obligation.id')
        .limit(most)
        .getRawMany<{ id: string }>();
      return rows.map(({ id }) => id);
    });
  }

  /** The whole register counted; sums of its lines are the register's counts. */
  breakdown(compilationId: string, kind?: ObligationKind): Promise<Breakdown[]> {
    return this.database.read(async (reader) => {
      const { at } = await judgementAt(reader, compilationId, this.clock.now(), this.shelf);
      const query = await filtered(reader, compilationId, { kind }, at);
      const flag = (condition: string) => `CASE WHEN ${condition} THEN 1 ELSE 0 END`;
      const extended = flag('obligation.extendedAt IS NOT NULL');
      const rows = await query
        .select('unit.category', 'category')
        .addSelect('instance.state', 'state')
        .addSelect(flag(late), 'late')
        .addSelect(extended, 'extended')
        .addSelect('COUNT(*)', 'count')
        .groupBy('unit.category')
        .addGroupBy('instance.state')
        .addGroupBy(flag(late))
        .addGroupBy(extended)
        .getRawMany<Record<keyof Breakdown, string | number>>();
      return rows.map((row) => ({
        category: row.category as UnitCategory,
        state: row.state as ObligationState,
        late: Number(row.late) === 1,
        extended: Number(row.extended) === 1,
        count: Number(row.count),
      }));
    });
  }
}

async function filtered(
  reader: EntityManager,
  compilationId: string,
  { kind, category, state, districtCode, late: onlyLate, unit }: RegisterFilter,
  at: Instant,
): Promise<SelectQueryBuilder<Obligation>> {
  const query = reader
    .createQueryBuilder(Obligation, 'obligation')
    .innerJoin(WorkflowInstance, 'instance', 'instance.id = obligation.id')
    .innerJoin(Unit, 'unit', 'unit.id = obligation.unitId')
    .where('obligation.compilationId = :compilationId', { compilationId })
    .setParameter('at', at);
  if (kind !== undefined) query.andWhere('obligation.kind = :kind', { kind });
  if (category !== undefined) query.andWhere('unit.category = :category', { category });
  if (state !== undefined) query.andWhere('instance.state = :wanted', { wanted: state });
  if (districtCode !== undefined) query.andWhere('unit.districtCode = :districtCode', { districtCode });
  if (onlyLate === true) query.andWhere(late);
  if (unit !== undefined) {
    const unitIds = await unitsCalled(reader, unit);
    // No unit bears the name: the list is empty, and an empty IN is no SQL.
    query.andWhere(unitIds.length === 0 ? '1 = 0' : 'obligation.unitId IN (:...unitIds)', { unitIds });
  }
  return query;
}

async function unitsCalled(reader: EntityManager, text: string): Promise<string[]> {
  const wanted = normaliseName(text);
  const called = ({ name, shortName, aliases }: Unit) =>
    [name, shortName, ...aliases].some((known) => normaliseName(known).includes(wanted));
  return (await findUnits(reader)).filter(called).map(({ id }) => id);
}

function ordered(query: SelectQueryBuilder<Obligation>, order: RegisterOrder): void {
  if (order === 'attention') query.orderBy('urgency').addOrderBy('obligation.effectiveAt');
  if (order === 'deadline') query.orderBy('obligation.effectiveAt');
  // NULLS LAST is not spoken alike by both databases: what was not handed in counts as the oldest.
  if (order === 'handedIn')
    query.addSelect('COALESCE(obligation.handedInAt, 0)', 'came').orderBy('came', 'DESC');
  query.addOrderBy('obligation.id');
}
