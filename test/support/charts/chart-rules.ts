import { type AnyMachineSnapshot, type AnyStateNode, initialTransition, transition } from 'xstate';
import { getShortestPaths } from 'xstate/graph';
import {
  assessRequirements,
  type Facts,
  statePath,
  type WorkflowDefinition,
} from '../../../workflows/index.js';
import {
  edgesOf,
  eventOf,
  type FactSamples,
  follow,
  offered,
  type Step,
  storedAndRestored,
} from './chart-walk.js';

const chinese = /\p{Script=Han}/u;

/** Every state node below the root, groups included. */
export function nodesOf(node: AnyStateNode): AnyStateNode[] {
  return Object.values(node.states).flatMap((child) => [child, ...nodesOf(child)]);
}

/** A node's dotted path as it is shown; the wrapper itself has none. */
export function shownPath(definition: WorkflowDefinition, node: AnyStateNode): string {
  const path = node.path[0] === definition.wrapper ? node.path.slice(1) : node.path;
  return path.join('.');
}

const leavesOf = ({ machine }: WorkflowDefinition): AnyStateNode[] =>
  nodesOf(machine.root).filter((node) => node.type === 'atomic' || node.type === 'final');

/** One snapshot per state in which the chart can rest, each reached by a shortest path. */
export function restingPlaces(
  definition: WorkflowDefinition,
  samples: FactSamples,
  input: object,
): Map<string, AnyMachineSnapshot> {
  const paths = getShortestPaths(definition.machine, {
    input,
    events: (snapshot: AnyMachineSnapshot) => offered(snapshot).map((step) => eventOf(step, samples)),
    serializeState: (snapshot: AnyMachineSnapshot) => JSON.stringify(snapshot.value),
  } as never);
  // A path's own state may belong to a longer way to the same place, with more rounds counted; its steps do not.
  const [initial] = initialTransition(definition.machine, input);
  return new Map(
    paths.map(({ steps }) => {
      const events = steps.map((step) => step.event).filter((event) => event.type !== 'xstate.init');
      const reached = events.reduce<AnyMachineSnapshot>(
        (snapshot, event) => transition(definition.machine, snapshot, event)[0] as AnyMachineSnapshot,
        initial,
      );
      const snapshot = storedAndRestored(definition, reached);
      return [statePath(definition, snapshot.value), snapshot];
    }),
  );
}

/**
 * From where no sequence of steps leads to `goal`, though all facts can be met: an empty list says that there is no
 * dead end. A suspended chart counts from where it would resume.
 */
export function deadEnds(
  definition: WorkflowDefinition,
  samples: FactSamples,
  input: object,
  goal: string,
): string[] {
  const edges = edgesOf(definition, samples, input);
  const keyOf = (snapshot: AnyMachineSnapshot) => JSON.stringify([snapshot.value, snapshot.historyValue]);
  const before = new Map<string, AnyMachineSnapshot[]>();
  for (const { from, to } of edges) before.set(keyOf(to), [...(before.get(keyOf(to)) ?? []), from]);
  const all = new Map(edges.flatMap(({ from, to }) => [from, to]).map((one) => [keyOf(one), one]));
  const leading = [...all.values()].filter((one) => statePath(definition, one.value) === goal);
  const known = new Set(leading.map(keyOf));
  for (const place of leading) {
    for (const from of before.get(keyOf(place)) ?? []) {
      if (!known.has(keyOf(from))) leading.push(from);
      known.add(keyOf(from));
    }
  }
  const stuck = [...all.values()].filter((one) => one.status !== 'done' && !known.has(keyOf(one)));
  return [...new Set(stuck.map((one) => statePath(definition, one.value)))];
}

interface GuardedStep {
  place: string;
  snapshot: AnyMachineSnapshot;
  step: Step;
}

/** The rules that hold for every chart; `inputs` are the settings a chart may begin with. */
export function describeChart(definition: WorkflowDefinition, samples: FactSamples, inputs: object[]): void {
  describe('its states', () => {
    it('can all be reached', () => {
      const reached = [...restingPlaces(definition, samples, inputs[0]).keys()].sort();
      expect(reached).toEqual(
        leavesOf(definition)
          .map((node) => shownPath(definition, node))
          .sort(),
      );
    });

    it('have a Chinese title each, and no title is left over', () => {
      const shown = nodesOf(definition.machine.root)
        .filter((node) => node.type !== 'history')
        .map((node) => shownPath(definition, node))
        .filter((path) => path !== '');
      expect(Object.keys(definition.stateTitles).sort()).toEqual(shown.sort());
      for (const title of Object.values(definition.stateTitles)) expect(title).toMatch(chinese);
    });
  });

  describe('its events', () => {
    it('have a Chinese title each, and no title is left over', () => {
      expect(Object.keys(definition.eventTitles).sort()).toEqual([...definition.machine.events].sort());
      for (const title of Object.values(definition.eventTitles)) expect(title).toMatch(chinese);
    });

    it('lead along the main line from the beginning to an end', () => {
      const places = restingPlaces(definition, samples, inputs[0]);
      let snapshot = [...places.values()][0];
      for (const type of definition.mainLine) {
        snapshot = follow(definition, snapshot, samples, [type]);
      }
      expect(offered(snapshot).map((step) => step.type)).not.toContain(definition.mainLine.at(-1));
    });
  });

  describe('its actions and timers', () => {
    it('are named objects; nothing is invoked, nothing waits in the process, nothing happens by itself', () => {
      const known = Object.keys(definition.machine.implementations.actions);
      for (const node of [definition.machine.root, ...nodesOf(definition.machine.root)]) {
        expect(node.invoke).toEqual([]);
        expect(node.after).toEqual([]);
        expect(node.always ?? []).toEqual([]);
        const actions = [...node.transitions.values()].flat().flatMap((step) => step.actions);
        for (const action of [...node.entry, ...node.exit, ...actions]) {
          expect(known).toContain((action as { type: string }).type);
        }
      }
    });
  });

  describeRequirements(definition, samples, inputs);
}

function describeRequirements(definition: WorkflowDefinition, samples: FactSamples, inputs: object[]): void {
  const guarded = (input: object): GuardedStep[] =>
    [...restingPlaces(definition, samples, input)].flatMap(([place, snapshot]) =>
      offered(snapshot).map((step) => ({ place, snapshot, step })),
    );
  const taken = ({ snapshot, step }: GuardedStep, instead: Record<string, Facts>): boolean =>
    snapshot.can(eventOf(step, samples, instead));
  const isBlocking = ({ snapshot }: GuardedStep, name: string): boolean => {
    const facts = { [name]: samples[name].met[0] };
    return assessRequirements(definition.requirements, [name], facts, snapshot.context)[0].blocking;
  };

  describe('its requirements', () => {
    it('are those that the chart names, and each has facts both ways here', () => {
      const named = new Set(guarded(inputs[0]).flatMap(({ step }) => step.guard.requirements));
      expect([...named].sort()).toEqual(Object.keys(definition.requirements).sort());
      expect([...named].sort()).toEqual(Object.keys(samples).sort());
    });

    it('say in a Chinese sentence what is so, and whether that is enough', () => {
      for (const [name, { met, unmet }] of Object.entries(samples)) {
        const assess = (facts: Facts) =>
          assessRequirements(definition.requirements, [name], { [name]: facts }, inputs[0])[0];
        for (const line of [...met, ...unmet].map(assess)) {
          expect(line.title).toMatch(chinese);
          expect(line.sentence).toMatch(/\p{Script=Han}.*[。”]$/su);
          expect(line.sentence).not.toMatch(/undefined|null|NaN|\[object/);
        }
        expect([name, met.map((facts) => assess(facts).met)]).toEqual([name, met.map(() => true)]);
        expect([name, unmet.map((facts) => assess(facts).met)]).toEqual([name, unmet.map(() => false)]);
      }
    });

    it.each(inputs)('open each step when all are met %j', (input) => {
      for (const guardedStep of guarded(input)) {
        const { place, step } = guardedStep;
        expect([place, step.type, taken(guardedStep, {})]).toEqual([place, step.type, true]);
        for (const name of step.guard.requirements) {
          for (const facts of samples[name].met) expect(taken(guardedStep, { [name]: facts })).toBe(true);
        }
      }
    });

    it.each(inputs)('hold a step back when one that blocks is not met, and never for a hint %j', (input) => {
      for (const guardedStep of guarded(input)) {
        const { place, step } = guardedStep;
        for (const name of step.guard.requirements) {
          const open = !isBlocking(guardedStep, name);
          for (const facts of samples[name].unmet) {
            expect([place, step.type, name, taken(guardedStep, { [name]: facts })]).toEqual([
              place,
              step.type,
              name,
              open,
            ]);
          }
        }
      }
    });

    it('stop the program when facts are missing, instead of passing', () => {
      const [first] = guarded(inputs[0]).filter(({ step }) => step.guard.requirements.length > 0);
      expect(() => first.snapshot.can({ type: first.step.type, facts: {} })).toThrow(/no facts/);
    });
  });
}
