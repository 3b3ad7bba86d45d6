import { type EntityManager } from 'typeorm';
import { definitionOf, WorkflowInstance } from '../engine/index.js';
import { NotFound, Refusal } from '../platform/index.js';

export class CompilationNotUnderway extends Refusal {
  constructor(what: string, state: string) {
    super('compilation-not-underway', `编制项目${state}，不能${what}；请在编制进行期间办理。`, 409);
  }
}

/** States in which nobody works on the plan. */
export const standstill = ['prepared', 'suspended', 'published', 'terminated'];

/** @throws CompilationNotUnderway before the start, during a suspension and after the end. */
export async function requireCompilationUnderway(
  reader: EntityManager,
  compilationId: string,
  what: string,
): Promise<void> {
  const instance = await reader.findOneBy(WorkflowInstance, { id: compilationId });
  if (instance === null) throw new NotFound('编制项目', compilationId);
  const { state, definition } = instance;
  if (standstill.includes(state)) {
    throw new CompilationNotUnderway(what, definitionOf(definition).stateTitles[state]);
  }
}
