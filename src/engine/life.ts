import { type EntityManager } from 'typeorm';
import { type Actor, Refusal } from '../platform/index.js';
import { positionOf } from './position.js';

/**
 * That something may still be done when the plan is out, or in every case: what belongs to the whole house and is only
 * noted here (directory, accounts, calendar), what a person may claim (erasure), and what makes good an earlier fault.
 */
export type AfterEnd = 'published' | 'always';

/** As much of an order as says whether it may still be given. */
export interface Asking {
  compilationId: string;
  actor: Actor;
  title?: string;
  afterEnd?: AfterEnd;
}

export class CompilationEnded extends Refusal {
  constructor(stateTitle: string, title: string | undefined) {
    const what = title === undefined ? '这一事项' : `“${title}”`;
    super(
      'compilation-ended',
      `编制项目${stateTitle}，不再办理${what}；已有的内容仍可查阅、导出。如需继续编制，请另行新建编制项目。`,
      409,
    );
  }
}

/**
 * What is done in a compilation that ended reaches people who owe it nothing any more, and changes what was closed: only
 * acts that say so are possible then. The house's own jobs judge for themselves what is left of them.
 *
 * @throws CompilationEnded
 */
export async function requirePossible(tx: EntityManager, asking: Asking): Promise<void> {
  const { compilationId, actor, title, afterEnd } = asking;
  if (afterEnd === 'always' || actor.kind === 'system') return;
  const position = await positionOf(tx, compilationId);
  if (!position.is('ended') || (afterEnd === 'published' && position.is('published'))) return;
  throw new CompilationEnded(position.stateTitle, title);
}
