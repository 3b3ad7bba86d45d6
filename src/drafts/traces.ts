import { type EntityManager } from 'typeorm';
import { type Act } from '../engine/index.js';
import { Clause, ClauseTrace, type TraceKind } from './clause.entity.js';
import { ClauseNotInWorkingRevision, requireWorkingRevision } from './drafts.repository.js';

export interface TraceSource {
  sourceKind: TraceKind;
  sourceId: string;
}

/**
 * Records in the working revision what a clause came from; asking twice records it once. Traces belong to the
 * clause, so later revisions have them without copying.
 * @throws ClauseNotInWorkingRevision, NoWorkingRevision
 */
export async function addTrace(act: Act, clauseId: string, source: TraceSource): Promise<void> {
  const { tx, compilationId, now } = act;
  const working = await requireWorkingRevision(tx, compilationId);
  if (!(await tx.existsBy(Clause, { draftVersionId: working.id, clauseId }))) {
    throw new ClauseNotInWorkingRevision();
  }
  if (await tx.existsBy(ClauseTrace, { clauseId, ...source })) return;
  const place = { compilationId, clauseId, draftVersionId: working.id };
  await tx.insert(ClauseTrace, { id: act.ids.next(), ...place, ...source, recordedAt: now });
}

/** Takes back what was recorded for a source, e.g. when an opinion is no longer adopted. */
export async function removeTraces(act: Act, source: TraceSource): Promise<void> {
  await act.tx.delete(ClauseTrace, { compilationId: act.compilationId, ...source });
}

/** The traces of a revision: those recorded in it or before it, on clauses that stand in it. */
export const tracesIn = (reader: EntityManager, draftVersionId: string): Promise<ClauseTrace[]> =>
  reader
    .createQueryBuilder(ClauseTrace, 'trace')
    .innerJoin(
      Clause,
      'clause',
      'clause.clauseId = trace.clauseId AND clause.draftVersionId = :draftVersionId',
    )
    // Ids sort by the instant they were made, so an earlier revision has the smaller one.
    .where('trace.draftVersionId <= :draftVersionId', { draftVersionId })
    .orderBy('clause.position')
    .addOrderBy('trace.id')
    .getMany();

/** The clauses of a revision that came from a source, in document order. */
export const clausesFrom = (
  reader: EntityManager,
  draftVersionId: string,
  source: TraceSource,
): Promise<Clause[]> =>
  reader
    .createQueryBuilder(Clause, 'clause')
    .innerJoin(ClauseTrace, 'trace', 'trace.clauseId = clause.clauseId')
    .where('clause.draftVersionId = :draftVersionId', { draftVersionId })
    .andWhere('trace.sourceKind = :sourceKind AND trace.sourceId = :sourceId', source)
    .orderBy('clause.position')
    .getMany();
