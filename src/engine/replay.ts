import { strict as assert } from 'node:assert';
import { type ChainEntry } from '../ledger/index.js';
import { type Instant, type JsonObject } from '../platform/index.js';
import { type WorkflowEvent } from '../../workflows/index.js';
import { type TransitionRecord } from './act.js';
import { Chart, definitionOf } from './chart.js';

export interface Replayed {
  definition: string;
  state: string;
  snapshot: string;
  /** Instants at which its last transition may have been: the chain's own time never runs back with the clock. */
  changedAt: { earliest: Instant; latest: Instant };
}

/** What a replay arrives at, by instance; null for one whose entries lead nowhere. */
export type ReplayedSnapshots = Map<string, Replayed | null>;

/** Plays a chain through the same charts: the snapshots must be those that are stored. */
export async function replayLedger(entries: AsyncIterable<ChainEntry>): Promise<ReplayedSnapshots> {
  const snapshots: ReplayedSnapshots = new Map();
  let last = 0;
  for await (const entry of entries) {
    const latest = Date.parse(entry.at);
    const changedAt = { earliest: latest === last ? 0 : latest, latest };
    last = latest;
    const transitions = ((entry.payload as JsonObject).transitions ?? []) as unknown as TransitionRecord[];
    for (const record of transitions) {
      const arrived = replayOne(record, snapshots);
      snapshots.set(record.instance, arrived === null ? null : { ...arrived, changedAt });
    }
  }
  return snapshots;
}

/** An entry that was rewritten may hold anything. */
function replayOne(record: TransitionRecord, known: ReplayedSnapshots): Omit<Replayed, 'changedAt'> | null {
  try {
    return arriveAt(record, known);
  } catch {
    return null;
  }
}

function arriveAt(record: TransitionRecord, known: ReplayedSnapshots): Omit<Replayed, 'changedAt'> {
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
