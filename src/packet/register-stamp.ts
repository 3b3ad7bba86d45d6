import { type EntityManager } from 'typeorm';
import { WorkflowInstance } from '../engine/index.js';

/**
 * A stamp of the opinion register and of the submissions: it changes whenever one of them moves, because every move
 * raises a revision. A packet whose stamp is not today's no longer shows the register.
 */
export async function registerStamp(reader: EntityManager, compilationId: string): Promise<string> {
  const rows = await reader
    .createQueryBuilder(WorkflowInstance, 'instance')
    .select('instance.definition', 'definition')
    .addSelect('COUNT(*)', 'count')
    .addSelect('SUM(instance.revision)', 'revisions')
    .where('instance.compilationId = :compilationId AND instance.id <> :compilationId', { compilationId })
    .groupBy('instance.definition')
    .orderBy('instance.definition')
    .getRawMany<{ definition: string; count: string | number; revisions: string | number }>();
  return rows.map(({ definition, count, revisions }) => `${definition}:${count}:${revisions}`).join(';');
}
