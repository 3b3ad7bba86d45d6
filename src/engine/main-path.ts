import { strict as assert } from 'node:assert';
import { type AnyStateNode, type StateValue } from 'xstate';
import { statePath, type WorkflowDefinition } from '../../workflows/index.js';

/** One stop of the way from beginning to end when nothing is sent back. */
export interface Stop {
  /** The event that leads there; null at the beginning. */
  event: string | null;
  /** Dotted path. */
  state: string;
}

/** Read from the machine, so that a picture of the way can never show another one. */
export function mainPath(definition: WorkflowDefinition): Stop[] {
  let node = leafOf(definition.machine.root);
  const stops: Stop[] = [{ event: null, state: pathOf(definition, node) }];
  for (const event of definition.mainLine) {
    node = leafOf(targetOf(node, event));
    stops.push({ event, state: pathOf(definition, node) });
  }
  return stops;
}

/**
 * How far along the way a state is. A state beside the way (a rework, for example) stands where its neighbours below the
 * same parent begin; -1 when it has none there.
 */
export function placeOn(path: readonly string[], state: string): number {
  const exact = path.indexOf(state);
  if (exact !== -1 || !state.includes('.')) return exact;
  const parent = state.slice(0, state.lastIndexOf('.') + 1);
  return path.findIndex((stop) => stop.startsWith(parent));
}

const leafOf = (node: AnyStateNode): AnyStateNode =>
  node.type === 'compound' ? leafOf(node.initial.target[0]) : node;

/** A transition may stand on a state or on any state around it. */
function targetOf(leaf: AnyStateNode, event: string): AnyStateNode {
  for (let node: AnyStateNode | undefined = leaf; node !== undefined; node = node.parent) {
    const target = node.transitions.get(event)?.[0].target?.[0];
    if (target !== undefined) return target;
  }
  assert.fail(`the main line's ${event} is not offered at ${leaf.id}`);
}

const pathOf = (definition: WorkflowDefinition, { path }: AnyStateNode): string =>
  statePath(
    definition,
    path.reduceRight<StateValue>((value, key) => (value === '' ? key : { [key]: value }), ''),
  );
