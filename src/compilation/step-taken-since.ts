import { type EntityManager, MoreThanOrEqual } from 'typeorm';
import { type Position, positionOf, RecordInUse } from '../engine/index.js';
import { LedgerEntry } from '../ledger/index.js';
import { type Instant, type JsonObject } from '../platform/index.js';

/**
 * A record that a step weighed carries that step: once it was taken, the record stands.
 * @param since when the record was made; a step before it weighed another one
 * @param steps those that weigh it, in the plan's words
 * @param remedy what to do instead, a clause without a full stop
 * @throws RecordInUse naming the step
 */
export async function requireNoStepSince(
  reader: EntityManager,
  compilationId: string,
  since: Instant,
  steps: (position: Position) => readonly string[],
  what: string,
  remedy = '确有差错的，请另行登记一次，写明更正的情况',
): Promise<void> {
  const taken = await reader.find(LedgerEntry, {
    where: { compilationId, at: MoreThanOrEqual(since), type: 'compilation.advanced' },
    order: { seq: 'ASC' },
  });
  const names = taken.map(({ payload }) => (JSON.parse(payload) as JsonObject).step as string);
  if (names.length === 0) return;
  const position = await positionOf(reader, compilationId);
  const weighing = steps(position);
  const step = names.find((name) => weighing.includes(name));
  if (step === undefined) return;
  const title = position.plan.eventTitles[step];
  throw new RecordInUse(what, `已为“${title}”所依据`, remedy);
}
