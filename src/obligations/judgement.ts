import { type EntityManager } from 'typeorm';
import { type CalendarShelf } from '../calendar/index.js';
import { findCompilation } from '../compilation/index.js';
import { positionOf } from '../engine/index.js';
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
  const position = await positionOf(reader, compilationId);
  const ended = position.is('terminated') ? position.since : null;
  return { at: suspendedAt ?? ended ?? now, calendar: await shelf.load(reader) };
}
