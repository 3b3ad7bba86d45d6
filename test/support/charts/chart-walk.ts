import { type AnyMachineSnapshot, createActor, getNextTransitions, transition } from 'xstate';
import { getAdjacencyMap } from 'xstate/graph';
import {
  type Facts,
  type Finding,
  type GuardParams,
  statePath,
  type WorkflowDefinition,
  type WorkflowEvent,
} from '../../../workflows/index.js';

export interface BothWays<F> {
  met: [F, ...F[]];
  unmet: [F, ...F[]];
}

/** For each requirement, facts that meet it and facts that do not; every branch of its sentence once. */
export type FactSamples = Record<string, BothWays<Facts>>;

/** The same for the requirements of one module, with the types of their facts. */
export type SamplesFor<Module> = {
  [Name in keyof Module]: Module[Name] extends { assess: (facts: infer F, ...rest: never[]) => Finding }
    ? BothWays<F>
    : never;
};

export interface Step {
  type: string;
  guard: GuardParams;
}

const noGuard: GuardParams = { requirements: [] };

/** What the chart offers from a snapshot. */
export const offered = (snapshot: AnyMachineSnapshot): Step[] =>
  getNextTransitions(snapshot).map(({ eventType, guard }) => ({
    type: eventType,
    guard: (guard as { params?: GuardParams } | undefined)?.params ?? noGuard,
  }));

/** The event with facts that meet all its requirements, except those given. */
export function eventOf(
  step: Step,
  samples: FactSamples,
  instead: Record<string, Facts> = {},
): WorkflowEvent {
  const facts = step.guard.requirements.map((name) => [name, instead[name] ?? samples[name].met[0]]);
  return { type: step.type, reason: '', facts: Object.fromEntries(facts) as Record<string, Facts> };
}

/** What the database keeps of a snapshot, read back. */
export function storedAndRestored(
  { machine }: WorkflowDefinition,
  snapshot: AnyMachineSnapshot,
): AnyMachineSnapshot {
  const stored = JSON.parse(JSON.stringify(machine.getPersistedSnapshot(snapshot))) as never;
  return createActor(machine, { snapshot: stored }).getSnapshot() as AnyMachineSnapshot;
}

export const pathOf = (definition: WorkflowDefinition, snapshot: AnyMachineSnapshot): string =>
  statePath(definition, snapshot.value);

/** Takes the steps one after the other from where the snapshot stands, with facts that meet everything. */
export function follow(
  { machine }: WorkflowDefinition,
  from: AnyMachineSnapshot,
  samples: FactSamples,
  types: readonly string[],
): AnyMachineSnapshot {
  return types.reduce((snapshot, type) => {
    const step = offered(snapshot).find((offer) => offer.type === type);
    if (step === undefined) throw new Error(`${type} is not offered from ${JSON.stringify(snapshot.value)}`);
    return transition(machine, snapshot, eventOf(step, samples))[0] as AnyMachineSnapshot;
  }, from);
}

export interface Edge {
  from: AnyMachineSnapshot;
  event: WorkflowEvent;
  to: AnyMachineSnapshot;
}

type AdjacencyMap = Record<
  string,
  {
    state: AnyMachineSnapshot;
    transitions: Record<string, { event: WorkflowEvent; state: AnyMachineSnapshot }>;
  }
>;

/**
 * Every step of the chart from every place it can stand: where it is and which draft version it has reached. Rounds
 * are left out of the place, or there would be no end of places.
 */
export function edgesOf({ machine }: WorkflowDefinition, samples: FactSamples, input: object): Edge[] {
  const map = getAdjacencyMap(machine, {
    input,
    events: (snapshot: AnyMachineSnapshot) =>
      offered(snapshot).map((step) => eventOf(step, samples) as { type: string }),
    serializeState: (snapshot: AnyMachineSnapshot) => {
      const { draftVersion } = snapshot.context as { draftVersion?: string };
      return JSON.stringify([snapshot.value, draftVersion, snapshot.historyValue]);
    },
  } as never);
  return Object.values(map as AdjacencyMap).flatMap(({ state, transitions }) =>
    Object.values(transitions).map(({ event, state: to }) => ({ from: state, event, to })),
  );
}
