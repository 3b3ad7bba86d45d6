import { type EntityManager } from 'typeorm';
import { type Position, positionOf } from '../engine/index.js';
import { Refusal } from '../platform/index.js';

export class CompilationNotUnderway extends Refusal {
  constructor(what: string, state: string) {
    super('compilation-not-underway', `编制项目${state}，不能${what}；请在编制进行期间办理。`, 409);
  }
}

/** @throws CompilationNotUnderway before the start, during a suspension and after the end. */
export async function requireCompilationUnderway(
  reader: EntityManager,
  compilationId: string,
  what: string,
): Promise<void> {
  requireUnderway(await positionOf(reader, compilationId), what);
}

/** @throws CompilationNotUnderway */
export function requireUnderway(position: Position, what: string): void {
  if (position.is('idle')) throw new CompilationNotUnderway(what, position.stateTitle);
}
