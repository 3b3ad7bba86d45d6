import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type AnyMachineSnapshot, createActor } from 'xstate';
import { type WorkflowDefinition } from '../../../workflows/index.js';
import { offered, pathOf } from './chart-walk.js';
import { nodesOf, shownPath } from './chart-rules.js';

/** A snapshot as a database of the released version holds it, and what the chart offered from there. */
export interface SnapshotFixture {
  definition: string;
  state: string;
  offers: string[];
  /** Ways on that were added since. A released chart may gain a way out of a dead end; it never loses a step. */
  gained?: string[];
  snapshot: object;
}

const workflows = new URL('../../../workflows/', import.meta.url);

/** Of every definition and version, in whichever folder under its workflow they lie. */
export function storedSnapshots(): SnapshotFixture[] {
  const files = readdirSync(workflows, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => /\bsnapshots\/.*\.json$/.test(file))
    .sort()
    .map((file) => JSON.parse(readFileSync(new URL(file, workflows), 'utf8')) as SnapshotFixture);
}

/**
 * Running compilations keep the version they began with, so what a released version once stored must still be read
 * and offer the same steps. A change that breaks these fixtures needs a new version beside the old one.
 */
export function describeSnapshots(definition: WorkflowDefinition, folder: URL): void {
  const path = fileURLToPath(folder);
  const files = existsSync(path) ? readdirSync(path).sort() : [];
  const fixtures = files.map(
    (file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as SnapshotFixture,
  );

  describe('its frozen snapshots', () => {
    it('are of the released version, one for each state', () => {
      const resting = nodesOf(definition.machine.root).filter(
        ({ type }) => type === 'atomic' || type === 'final',
      );
      const states = resting.map((node) => shownPath(definition, node)).sort();
      expect(fixtures.map((fixture) => fixture.state).sort()).toEqual(states);
      expect(new Set(fixtures.map((fixture) => fixture.definition))).toEqual(new Set([definition.id]));
    });

    it.each(fixtures)('still stand in $state and offer the same steps', (fixture) => {
      const { state, offers, gained = [], snapshot } = fixture;
      const actor = createActor(definition.machine, { snapshot: snapshot as never });
      const restored = actor.getSnapshot() as AnyMachineSnapshot;
      expect(pathOf(definition, restored)).toBe(state);
      expect(
        offered(restored)
          .map((step) => step.type)
          .sort(),
      ).toEqual([...offers, ...gained].sort());
    });
  });
}
