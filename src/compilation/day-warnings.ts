import { type EntityManager } from 'typeorm';
import { type CalendarShelf, dateOf } from '../calendar/index.js';
import { type Instant } from '../platform/index.js';
import { findContradictions } from './check-timeline.js';
import { findCompilation, findDeadlines } from './compilation.repository.js';
import { timelinePlan } from './timeline-plan.js';

/**
 * Which deadlines a meeting would come before that must be over by then: a plenary before the legality review is, or
 * before the consultation closes. In sentences; what the reviews in fact took is weighed by the gate.
 */
export async function dayWarnings(
  tx: EntityManager,
  compilationId: string,
  shelf: CalendarShelf,
  meeting: { key: string; startsAt: Instant },
): Promise<string[]> {
  const { key, startsAt } = meeting;
  const { decisionCatalogued } = await findCompilation(tx, compilationId);
  const terms = {
    timeline: await timelinePlan(tx, compilationId),
    calendar: await shelf.load(tx),
    decisionCatalogued,
  };
  const planned = await findDeadlines(tx, compilationId);
  const held = planned.map((one) =>
    one.key === key ? { ...one, nominal: dateOf(startsAt), effectiveAt: startsAt } : one,
  );
  // The days that those invited need to read are counted from when the material is in fact sent; that the meeting
  // comes too late for what follows is said of its own deadline.
  return findContradictions(held, terms)
    .filter(({ keys: [, after], blocking }) => blocking && after === key)
    .map(({ sentence }) => sentence);
}
