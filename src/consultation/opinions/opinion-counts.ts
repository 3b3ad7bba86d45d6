import { type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { WorkflowInstance } from '../../engine/index.js';
import { type Instant } from '../../platform/index.js';
import { type Disposition, opinionWorkflow } from '../../../workflows/index.js';
import { Opinion } from './opinion.entity.js';

/** Which opinions of a compilation are meant; a split letter never is, its parts are. */
export interface OpinionScope {
  compilationId: string;
  late?: boolean;
  round?: number;
  /** Of this round or an earlier one. */
  upToRound?: number;
  /** Registered at this instant or before. */
  registeredBy?: Instant;
  /** Only what was registered up to this position of the ledger. */
  upToSeq?: number;
}

/** The register as one item a row, joined with where each stands (`instance`). */
export function opinionsIn(reader: EntityManager, scope: OpinionScope): SelectQueryBuilder<Opinion> {
  const { compilationId, late, round, upToRound, registeredBy, upToSeq } = scope;
  const query = reader
    .createQueryBuilder(Opinion, 'opinion')
    .innerJoin(WorkflowInstance, 'instance', 'instance.id = opinion.id')
    .where('opinion.compilationId = :compilationId', { compilationId })
    .andWhere(`instance.state <> 'divided'`);
  if (late !== undefined) query.andWhere('opinion.late = :late', { late });
  if (round !== undefined) query.andWhere('opinion.round = :round', { round });
  if (upToRound !== undefined) query.andWhere('opinion.round <= :upToRound', { upToRound });
  if (registeredBy !== undefined) query.andWhere('opinion.registeredAt <= :registeredBy', { registeredBy });
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
  const { compilationId, ...narrowed } = scope;
  const whole = Object.values(narrowed).every((value) => value === undefined);
  const query: SelectQueryBuilder<WorkflowInstance | Opinion> = whole
    ? instancesIn(reader, compilationId)
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
