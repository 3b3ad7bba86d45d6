import { type EntityManager, In } from 'typeorm';
import { type Act } from '../engine/index.js';
import { insertRows } from '../platform/index.js';
import { ClauseTrace } from './clause.entity.js';
import { type ClauseMatch } from './text/index.js';

/**
 * A clause that survives has its traces anyway. Where one was split, each part came from what the whole came from;
 * where several were merged, the whole came from what each came from.
 */
export async function carryTraces(
  act: Act,
  draftVersionId: string,
  { splits, merges }: Pick<ClauseMatch, 'splits' | 'merges'>,
): Promise<void> {
  const heirs = [
    ...splits.flatMap(({ from, into }) => into.map((heir) => ({ from, heir }))),
    ...merges.flatMap(({ from, into }) => from.map((one) => ({ from: one, heir: into }))),
  ].filter(({ from, heir }) => from !== heir);
  if (heirs.length === 0) return;
  const known = await tracesOf(act.tx, [...new Set(heirs.flatMap(({ from, heir }) => [from, heir]))]);
  const seen = new Set(known.map(keyOf));
  const inherited = heirs.flatMap(({ from, heir }) =>
    known
      .filter((trace) => trace.clauseId === from)
      .map((trace) => ({ ...trace, id: act.ids.next(), clauseId: heir, draftVersionId })),
  );
  await insertRows(
    act.tx,
    ClauseTrace,
    inherited.filter((trace) => !seen.has(keyOf(trace)) && seen.add(keyOf(trace))),
  );
}

/** In one order on every database: the rows made of them get their ids in it. */
const tracesOf = (reader: EntityManager, clauseIds: string[]): Promise<ClauseTrace[]> =>
  reader.find(ClauseTrace, { where: { clauseId: In(clauseIds) }, order: { id: 'ASC' } });

const keyOf = ({ clauseId, sourceKind, sourceId }: ClauseTrace): string =>
  `${clauseId} ${sourceKind} ${sourceId}`;
