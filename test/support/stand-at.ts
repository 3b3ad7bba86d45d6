import { readFileSync } from 'node:fs';
import { WorkflowInstance } from '../../src/engine/index.js';
import { canonicalJson, Database } from '../../src/platform/index.js';
import { type PlanContext } from '../../workflows/index.js';
import { type SnapshotFixture } from './charts/snapshot-fixtures.js';
import { type TestHouse } from './test-house.js';

const folder = new URL('../../workflows/implementation-scheme-2021/snapshots/', import.meta.url);

/** Puts the compilation into a state of the chart, for a room whose tests begin in the middle of it. */
export async function standAt(
  house: TestHouse,
  state: string,
  context: Partial<PlanContext> = {},
): Promise<void> {
  const file = readFileSync(new URL(`${state}.json`, folder), 'utf8');
  const { snapshot } = JSON.parse(file) as SnapshotFixture & { snapshot: { context: PlanContext } };
  const stored = canonicalJson({ ...snapshot, context: { ...snapshot.context, ...context } });
  const standing = { state, snapshot: stored, changedAt: house.clock.now() };
  await house.get(Database).write((tx) => tx.update(WorkflowInstance, { id: house.compilationId }, standing));
}
