import { strict as assert } from 'node:assert';
import {
  type AnyMachineSnapshot,
  createActor,
  getNextTransitions,
  initialTransition,
  type StateValue,
  transition,
} from 'xstate';
import { canonicalJson } from '../platform/index.js';
import {
  definitions,
  type GuardParams,
  isPlan,
  type PlanDefinition,
  statePath,
  type WorkflowDefinition,
  type WorkflowEvent,
} from '../../workflows/index.js';

export interface Intent {
  type: string;
  params: Record<string, unknown>;
}

/** Where an instance stands after an event, and what the chart wants done. */
export interface Position {
  state: string;
  snapshot: string;
  context: Record<string, unknown>;
  intents: Intent[];
}

const byId = new Map(definitions.map((definition) => [definition.id, definition]));

/** Adds a definition to those that this process knows; a composition may bring plans of its own. */
export function ship(definition: WorkflowDefinition): void {
  assert.ok(!byId.has(definition.id), `${definition.id} is shipped already`);
  byId.set(definition.id, definition);
}

export const shippedCharts = (): WorkflowDefinition[] => [...byId.values()];
export const shippedPlans = (): PlanDefinition[] => shippedCharts().filter(isPlan);

/** A definition that is not shipped any more is a programmer error: running instances keep theirs. */
export function definitionOf(id: string): WorkflowDefinition {
  const definition = byId.get(id);
  assert.ok(definition, `workflow definition ${id} is not shipped`);
  return definition;
}

/** The only place that touches XState: pure functions from a stored snapshot to the next one. */
export class Chart {
  private constructor(
    private readonly definition: WorkflowDefinition,
    private readonly snapshot: AnyMachineSnapshot,
  ) {}

  static begin(definition: WorkflowDefinition, input: unknown): Position {
    const [snapshot, actions] = initialTransition(definition.machine, input);
    return new Chart(definition, snapshot).position(snapshot, actions);
  }

  static restore(definition: WorkflowDefinition, stored: string): Chart {
    const persisted = JSON.parse(stored) as never;
    const snapshot = createActor(definition.machine, {
      snapshot: persisted,
    }).getSnapshot() as AnyMachineSnapshot;
    assert.ok(
      snapshot.status === 'active' || snapshot.status === 'done',
      `snapshot of ${definition.id} is broken`,
    );
    return new Chart(definition, snapshot);
  }

  get context(): Record<string, unknown> {
    return this.snapshot.context as Record<string, unknown>;
  }

  get state(): string {
    return statePath(this.definition, this.snapshot.value);
  }

  /** The events that have a transition from here, in the chart's order, with what guards each. */
  offered(): { type: string; guard: GuardParams }[] {
    return getNextTransitions(this.snapshot).map(({ eventType, guard }) => ({
      type: eventType,
      guard: (guard as { params?: GuardParams } | undefined)?.params ?? { requirements: [] },
    }));
  }

  /** The dotted path of the state that an offered event leads to if its guard agrees. */
  target(eventType: string): string | null {
    const step = getNextTransitions(this.snapshot).find((offered) => offered.eventType === eventType);
    const node = step?.target?.[0];
    if (node === undefined) return this.state;
    let path = node.path;
    for (let inner = node; inner.type === 'compound'; path = inner.path) {
      inner = inner.initial.target[0];
    }
    return statePath(
      this.definition,
      path.reduceRight<StateValue>((value, key) => (value === '' ? key : { [key]: value }), ''),
    );
  }

  /** Null when the chart has no transition for the event here, or its guard says no. */
  next(event: WorkflowEvent): Position | null {
    if (!this.snapshot.can(event)) return null;
    const [snapshot, actions] = transition(this.definition.machine, this.snapshot, event);
    return this.position(snapshot, actions);
  }

  private position(
    snapshot: AnyMachineSnapshot,
    actions: readonly { type: string; params: unknown }[],
  ): Position {
    const persisted = this.definition.machine.getPersistedSnapshot(snapshot);
    return {
      state: statePath(this.definition, snapshot.value),
      snapshot: canonicalJson(JSON.parse(JSON.stringify(persisted))),
      context: snapshot.context as Record<string, unknown>,
      intents: actions.map(({ type, params }) => {
        assert.ok(!type.startsWith('xstate.'), `charts use intents only, not ${type}`);
        return { type, params: (params ?? {}) as Record<string, unknown> };
      }),
    };
  }
}
