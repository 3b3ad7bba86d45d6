import { type EntityManager } from 'typeorm';
import { WorkflowInstance } from '../engine/index.js';
import { type Instant, NotFound } from '../platform/index.js';
import { Obligation, type ObligationKind } from './obligation.entity.js';
import { type ObligationState } from './obligation-states.js';

export type StandingObligation = Obligation & { state: ObligationState };

export interface ObligationFilter {
  kind?: ObligationKind;
  /** Only the latest round counts for a gate; earlier ones stay on file. */
  round?: number;
  states?: readonly string[];
  unitId?: string;
  deadlineKey?: string;
  ids?: readonly string[];
  /** Only what was due before this instant: the rest of a long register need not be read. */
  dueBefore?: Instant;
}

export async function findObligation(
  reader: EntityManager,
  compilationId: string,
  id: string,
): Promise<StandingObligation> {
  const [found] = await findObligations(reader, compilationId, { ids: [id] });
  if (found === undefined) throw new NotFound('报送任务', id);
  return found;
}

/** Obligations with where they stand, in the order in which they were issued. */
export async function findObligations(
  reader: EntityManager,
  compilationId: string,
  filter: ObligationFilter = {},
): Promise<StandingObligation[]> {
  const query = reader
    .createQueryBuilder(Obligation, 'obligation')
    .innerJoin(WorkflowInstance, 'instance', 'instance.id = obligation.id')
    .addSelect('instance.state', 'state')
    .where('obligation.compilationId = :compilationId', { compilationId })
    .orderBy('obligation.id');
  const { states, ids, dueBefore, ...equal } = filter;
  for (const [column, value] of Object.entries(equal)) {
    if (value !== undefined) query.andWhere(`obligation.${column} = :${column}`, { [column]: value });
  }
  if (states !== undefined) query.andWhere('instance.state IN (:...states)', { states });
  if (dueBefore !== undefined) query.andWhere('obligation.effectiveAt < :dueBefore', { dueBefore });
  if (ids !== undefined) query.andWhere('obligation.id IN (:...ids)', { ids });
  const { entities, raw } = await query.getRawAndEntities<{ state: ObligationState }>();
  return entities.map((obligation, index) => ({ ...obligation, state: raw[index].state }));
}

/** 0 when nothing of the kind was issued yet. */
export async function latestRound(
  reader: EntityManager,
  compilationId: string,
  kind: ObligationKind,
): Promise<number> {
  return (await reader.maximum(Obligation, 'round', { compilationId, kind })) ?? 0;
}
