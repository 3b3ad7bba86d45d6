import { type AnyStateMachine, type AnyStateNode, type StateValue } from 'xstate';
import { statePath, type WorkflowDefinition } from './definition.js';
import { type GuardParams, type Requirements } from './requirement.js';
import { type Part } from './stage.js';

/** Every state node below one, groups included. */
export const nodesBelow = (node: AnyStateNode): AnyStateNode[] =>
  Object.values(node.states).flatMap((child) => [child, ...nodesBelow(child)]);

const transitionsOf = (machine: AnyStateMachine) =>
  nodesBelow(machine.root).flatMap((node) => [...node.transitions.values()].flat());

/** The names of the requirements that guards of the chart ask for. */
export function guardNames(machine: AnyStateMachine): Set<string> {
  const guards = transitionsOf(machine).map(({ guard }) => guard as { params?: GuardParams } | undefined);
  return new Set(guards.flatMap((guard) => guard?.params?.requirements ?? []));
}

/** The events whose guard asks for a requirement, in the chart's order. */
export function stepsAsking(machine: AnyStateMachine, requirement: string): string[] {
  const steps = transitionsOf(machine).filter(({ guard }) =>
    (guard as { params?: GuardParams } | undefined)?.params?.requirements.includes(requirement),
  );
  return [...new Set(steps.map(({ eventType }) => eventType))];
}

/** What the chart asks the rooms to do: every action but those that only change its own context. */
export function intentNames(machine: AnyStateMachine): Set<string> {
  const actions = transitionsOf(machine).flatMap((step) => step.actions as { type: string }[]);
  const known = machine.implementations.actions as Record<string, { type?: string } | undefined>;
  const names = actions.map(({ type }) => type).filter((type) => known[type]?.type !== 'xstate.assign');
  return new Set(names);
}

/** Those requirements of the stages that the chart asks for. */
export function requirementsNamed(machine: AnyStateMachine, parts: readonly Part[]): Requirements {
  const named = guardNames(machine);
  const all = parts.flatMap(({ stage }) => Object.entries(stage.requirements));
  return Object.fromEntries(all.filter(([name]) => named.has(name)));
}

/** The dotted path of a node, as it is stored and shown. */
export const nodePath = (definition: Pick<WorkflowDefinition, 'wrapper'>, { path }: AnyStateNode): string =>
  statePath(
    definition,
    path.reduceRight<StateValue>((value, key) => (value === '' ? key : { [key]: value }), ''),
  );

const tagged = new WeakMap<AnyStateMachine, Map<string, Set<string>>>();

/** The tags of a state and of those around it. */
export function tagsAt(definition: WorkflowDefinition, state: string): ReadonlySet<string> {
  const { machine } = definition;
  const known =
    tagged.get(machine) ?? new Map(nodesBelow(machine.root).map((node) => tagsOf(definition, node)));
  tagged.set(machine, known);
  return known.get(state) ?? new Set();
}

function tagsOf(definition: WorkflowDefinition, node: AnyStateNode): [string, Set<string>] {
  const tags = new Set<string>();
  for (let around: AnyStateNode | undefined = node; around !== undefined; around = around.parent) {
    for (const tag of around.tags) tags.add(tag);
  }
  return [nodePath(definition, node), tags];
}
