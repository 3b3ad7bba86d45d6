import { type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { WorkflowInstance } from '../../engine/index.js';
import { type Disposition, dispositions, opinionWorkflow } from '../../../workflows/index.js';
import { Opinion } from './opinion.entity.js';

/** Which opinions of a compilation are meant; a split letter never is, its parts are. */
export interface OpinionScope {
  compilationId: string;
  late?: boolean;
  round?: number;
  /** Only what was registered up to this position of the ledger. */
  upToSeq?: number;
}

/** The register as one item a row, joined with where each stands (`instance`). */
export function opinionsIn(reader: EntityManager, scope: OpinionScope): SelectQueryBuilder<Opinion> {
  const { compilationId, late, round, upToSeq } = scope;
  const query = reader
    .createQueryBuilder(Opinion, 'opinion')
    .innerJoin(WorkflowInstance, 'instance', 'instance.id = opinion.id')
    .where('opinion.compilationId = :compilationId', { compilationId })
    .andWhere(`instance.state <> 'divided'`);
  if (late !== undefined) query.andWhere('opinion.late = :late', { late });
  if (round !== undefined) query.andWhere('opinion.round = :round', { round });
  if (upToSeq !== undefined) query.andWhere('opinion.registeredSeq <= :upToSeq', { upToSeq });
  return query;
}

export interface StateCounts {
  total: number;
  unassigned: number;
  undisposed: number;
  unreviewed: number;
  reviewed: number;
}

/** Counted by the database: a register may hold a hundred thousand. */
export async function countByState(reader: EntityManager, scope: OpinionScope): Promise<StateCounts> {
  const whole = scope.late === undefined && scope.round === undefined && scope.upToSeq === undefined;
  const query: SelectQueryBuilder<WorkflowInstance | Opinion> = whole
    ? instancesIn(reader, scope.compilationId)
    : opinionsIn(reader, scope);
  const rows = await query
    .select('instance.state', 'state')
    .addSelect('COUNT(*)', 'count')
    .groupBy('instance.state')
    .getRawMany<{ state: string; count: string | number }>();
  const count = (state: string) => Number(rows.find((row) => row.state === state)?.count ?? 0);
  return {
    total: rows.reduce((sum, row) => sum + Number(row.count), 0),
    unassigned: count('received'),
    undisposed: count('assigned'),
    unreviewed: count('disposed'),
    reviewed: count('reviewed'),
  };
}

/** The whole register needs no look at the opinions: an index of the instances counts it, on every page's frame. */
const instancesIn = (reader: EntityManager, compilationId: string): SelectQueryBuilder<WorkflowInstance> =>
  reader
    .createQueryBuilder(WorkflowInstance, 'instance')
    .where('instance.compilationId = :compilationId', { compilationId })
    .andWhere('instance.definition LIKE :definition', { definition: `${opinionWorkflow.id.split('@')[0]}@%` })
    .andWhere(`instance.state <> 'divided'`);

export type DispositionCounts = Record<Disposition, number> & { total: number };

/** 条数 = the five dispositions together, once everything is disposed of; what was returned counts in the total only. */
export async function countByDisposition(
  reader: EntityManager,
  scope: OpinionScope,
): Promise<DispositionCounts> {
  const rows = await opinionsIn(reader, scope)
    .select(
      `CASE WHEN instance.state IN ('disposed', 'reviewed') THEN opinion.disposition END`,
      'disposition',
    )
    .addSelect('COUNT(*)', 'count')
    // PostgreSQL knows the alias in GROUP BY only as a position.
    .groupBy('1')
    .getRawMany<{ disposition: Disposition | null; count: string | number }>();
  const counts = Object.fromEntries(dispositions.map((name) => [name, 0])) as Record<Disposition, number>;
  let total = 0;
  for (const { disposition, count } of rows) {
    total += Number(count);
    if (disposition !== null) counts[disposition] += Number(count);
  }
  return { ...counts, total };
}
