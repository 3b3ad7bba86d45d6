import { strict as assert } from 'node:assert';
import { type ChainEntry } from '../ledger/index.js';
import { type JsonObject } from '../platform/index.js';
import { type WorkflowEvent } from '../../workflows/index.js';
import { type TransitionRecord } from './act.js';
import { Chart, definitionOf } from './chart.js';

/** What a replay arrives at, by instance. */
export type ReplayedSnapshots = Map<string, { definition: string; state: string; snapshot: string }>;

/** Plays a chain through the same charts: the snapshots must be those that are stored. */
export async function replayLedger(entries: AsyncIterable<ChainEntry>): Promise<ReplayedSnapshots> {
  const snapshots: ReplayedSnapshots = new Map();
  for await (const entry of entries) {
    const transitions = ((entry.payload as JsonObject).transitions ?? []) as unknown as TransitionRecord[];
    for (const record of transitions) snapshots.set(record.instance, replayOne(record, snapshots));
  }
  return snapshots;
}

function replayOne(record: TransitionRecord, known: ReplayedSnapshots) {
  const definition = definitionOf(record.definition);
  if (record.from === null) {
    const { state, snapshot } = Chart.begin(definition, record.event);
    return { definition: definition.id, state, snapshot };
  }
  const before = known.get(record.instance);
  assert.ok(before, `${record.instance} moves before it began`);
  const position = Chart.restore(definition, before.snapshot).next(record.event as unknown as WorkflowEvent);
  assert.ok(position, `${record.instance} cannot ${JSON.stringify(record.event)} from ${before.state}`);
  assert.equal(position.state, record.to);
  return { definition: definition.id, state: position.state, snapshot: position.snapshot };
}
