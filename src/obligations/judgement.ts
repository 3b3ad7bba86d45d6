import { type EntityManager } from 'typeorm';
import { type CalendarShelf } from '../calendar/index.js';
import { findCompilation } from '../compilation/index.js';
import { WorkflowInstance } from '../engine/index.js';
import { type Instant } from '../platform/index.js';
import { type Judgement } from './obligation-rows.js';

/** Nobody becomes late while the compilation is suspended, nor after it ended. */
export async function judgementAt(
  reader: EntityManager,
  compilationId: string,
  now: Instant,
  shelf: CalendarShelf,
): Promise<Judgement> {
  const { suspendedAt } = await findCompilation(reader, compilationId);
  const instance = await reader.findOneByOrFail(WorkflowInstance, { id: compilationId });
  const ended = instance.state === 'terminated' ? instance.changedAt : null;
  return { at: suspendedAt ?? ended ?? now, calendar: await shelf.load(reader) };
}
