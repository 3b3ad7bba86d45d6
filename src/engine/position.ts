import { strict as assert } from 'node:assert';
import { type EntityManager } from 'typeorm';
import { type Instant, NotFound } from '../platform/index.js';
import {
  isPlan,
  type PlanContext,
  type PlanDefinition,
  type PlanTag,
  type RequirementOf,
  type Stage,
  stepsAsking,
  type StateOf,
  tagsAt,
  wordsFor,
  type WordsOf,
} from '../../workflows/index.js';
import { Chart, definitionOf } from './chart.js';
import { WorkflowInstance } from './workflow-instance.entity.js';
import { StageNotPlanned } from './engine.errors.js';

/** Where a compilation stands, in the words of the plan that it began with. */
export class Position {
  private restored: Chart | null = null;

  private constructor(
    readonly plan: PlanDefinition,
    private readonly instance: WorkflowInstance,
  ) {}

  static of(instance: WorkflowInstance): Position {
    return new Position(planOf(instance.definition), instance);
  }

  /** Dotted path. */
  get state(): string {
    return this.instance.state;
  }

  /** When the state was entered. */
  get since(): Instant {
    return this.instance.changedAt;
  }

  get stateTitle(): string {
    return this.plan.stateTitles[this.state];
  }

  get context(): PlanContext {
    return this.chart.context as unknown as PlanContext;
  }

  private get chart(): Chart {
    this.restored ??= Chart.restore(this.plan, this.instance.snapshot);
    return this.restored;
  }

  /** The events that the chart has from here, in its order. */
  get offered(): string[] {
    return this.chart.offered().map(({ type }) => type);
  }

  is(tag: PlanTag): boolean {
    return tagsAt(this.plan, this.state).has(tag);
  }

  has(stage: Stage): boolean {
    return wordsFor(this.plan, stage) !== null;
  }

  /** What the plan calls the parts of a stage. @throws StageNotPlanned when it leaves the stage out */
  words<S extends Stage>(stage: S): WordsOf<S> {
    const words = wordsFor(this.plan, stage);
    if (words === null) throw new StageNotPlanned(this.plan.title, stage.title);
    return words;
  }

  /** What the plan calls steps of a stage; none when it left the stage out. */
  events<S extends Stage>(stage: S, ...steps: (keyof WordsOf<S>['events'])[]): string[] {
    const words = wordsFor(this.plan, stage);
    return words === null ? [] : steps.map((step) => (words.events as WordsOf<S>['events'])[step as string]);
  }

  /** The steps that weigh a requirement of a stage. */
  stepsAsking<S extends Stage>(_stage: S, requirement: RequirementOf<S>): string[] {
    return stepsAsking(this.plan.machine, requirement);
  }

  /** Whether it stands in one of these states of the stage; in any of them when none is named. */
  standsIn<S extends Stage>(stage: S, ...states: StateOf<S>[]): boolean {
    const words = wordsFor(this.plan, stage);
    if (words === null) return false;
    if (states.length > 0) return states.some((name) => this.state === `${words.state}.${name}`);
    return this.state === words.state || this.state.startsWith(`${words.state}.`);
  }

  /** What the plan calls states of a stage. */
  titlesOf<S extends Stage>(stage: S, states: readonly StateOf<S>[]): string[] {
    const { state } = this.words(stage);
    return states.map((name) => this.plan.stateTitles[`${state}.${name}`]);
  }
}

/** @throws NotFound when there is no such compilation */
export async function positionOf(reader: EntityManager, compilationId: string): Promise<Position> {
  const instance = await reader.findOneBy(WorkflowInstance, { id: compilationId, compilationId });
  if (instance === null) throw new NotFound('编制项目', compilationId);
  return Position.of(instance);
}

/** A compilation's own instance is of a plan; one that runs inside a compilation is not. */
export function planOf(definitionId: string): PlanDefinition {
  const definition = definitionOf(definitionId);
  assert.ok(isPlan(definition), `${definitionId} is no plan`);
  return definition;
}
