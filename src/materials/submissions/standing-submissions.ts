import { type EntityManager } from 'typeorm';
import { findUnits, type Unit } from '../../directory/index.js';
import { WorkflowInstance } from '../../engine/index.js';
import { type ObligationState } from '../../obligations/index.js';
import { type Instant } from '../../platform/index.js';
import { Submission } from './submission.entity.js';
import { findSubmissionsByIds } from './submission.repository.js';

/** Where the latest version of one unit's material stands, without its content. */
export interface StandingSubmission {
  id: string;
  obligationId: string;
  unit: Unit;
  state: ObligationState;
}

interface StandingFilter {
  states: readonly ObligationState[];
  /** Only what stood so at that instant or before; for what must be built again as it was. */
  until?: Instant;
}

/** Latest versions whose obligation stands in one of the states, in the order of the notice's addressees. */
export async function findStanding(
  reader: EntityManager,
  compilationId: string,
  { states, until }: StandingFilter,
): Promise<StandingSubmission[]> {
  const query = reader
    .createQueryBuilder(Submission, 'submission')
    .innerJoin(WorkflowInstance, 'instance', 'instance.id = submission.obligationId')
    .select('submission.id', 'id')
    .addSelect('submission.obligationId', 'obligationId')
    .addSelect('submission.unitId', 'unitId')
    .addSelect('instance.state', 'state')
    .where('submission.compilationId = :compilationId', { compilationId })
    .andWhere('submission.current = :current', { current: true })
    .andWhere('instance.state IN (:...states)', { states })
    .orderBy('submission.obligationId');
  if (until !== undefined) query.andWhere('instance.changedAt <= :until', { until });
  const rows = await query.getRawMany<Omit<StandingSubmission, 'unit'> & { unitId: string }>();
  const byUnit = new Map(rows.map((row) => [row.unitId, row]));
  return (await findUnits(reader)).flatMap((unit) => {
    const row = byUnit.get(unit.id);
    return row === undefined ? [] : [{ id: row.id, obligationId: row.obligationId, state: row.state, unit }];
  });
}

/** Rows whose contents are in memory at one time: a report of 10,000 characters is some 30 KB. */
const rowsPerPage = 20;

/** The same with their content, a page at a time, so that memory does not grow with the number of units. */
export async function* withContent<S extends StandingSubmission>(
  reader: EntityManager,
  standing: readonly S[],
): AsyncGenerator<S & { submission: Submission }> {
  for (let from = 0; from < standing.length; from += rowsPerPage) {
    const page = standing.slice(from, from + rowsPerPage);
    const contents = await findSubmissionsByIds(
      reader,
      page.map(({ id }) => id),
    );
    for (const [index, submission] of contents.entries()) yield { ...page[index], submission };
  }
}
