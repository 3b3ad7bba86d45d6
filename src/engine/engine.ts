import { strict as assert } from 'node:assert';
import { type EntityManager, In } from 'typeorm';
import {
  type Assessment,
  assessRequirements,
  type Facts,
  type GuardParams,
  isPlan,
  type WorkflowDefinition,
  type WorkflowEvent,
} from '../../workflows/index.js';
import { type Clock, insertRows, type JsonObject, NotFound, saveRevision } from '../platform/index.js';
import { type Act, type Outcome } from './act.js';
import { Chart, definitionOf, type Position } from './chart.js';
import { GateRefusal, StepNotOffered } from './engine.errors.js';
import { type Ports } from './ports.js';
import { RowNotes } from './rows/row-notes.js';
import { WorkflowInstance } from './workflow-instance.entity.js';

/** One step that the chart offers from here, with its requirements as they stand now. */
export interface GateView {
  event: string;
  title: string;
  lines: Assessment[];
  open: boolean;
}

/** Runs a statechart inside the caller's transaction: facts in, transition, rows and intents out. */
export class Engine {
  readonly rows: RowNotes;

  constructor(
    private readonly ports: Ports,
    private readonly clock: Clock,
  ) {
    this.rows = new RowNotes(ports.auditedTables);
  }

  async begin(act: Act, definitionId: string, instanceIds: string[], input: JsonObject = {}): Promise<void> {
    const { state, snapshot, intents } = Chart.begin(definitionOf(definitionId), input);
    assert.equal(intents.length, 0, 'a chart begins without intents');
    const { compilationId, now, tx } = act;
    const rows = instanceIds.map((id) => ({
      id,
      compilationId,
      definition: definitionId,
      state,
      snapshot,
      revision: 1,
      changedAt: now,
    }));
    await insertRows(tx, WorkflowInstance, rows);
    for (const instance of instanceIds) {
      act.transitions.push({ instance, definition: definitionId, event: input, from: null, to: state });
    }
  }

  async send(act: Act, instanceId: string, event: WorkflowEvent): Promise<Outcome> {
    const instance = await this.load(act.tx, act.compilationId, instanceId);
    const definition = definitionOf(instance.definition);
    const chart = Chart.restore(definition, instance.snapshot);
    const { full, lines } = await this.weigh(act.tx, instance, definition, chart, event);
    const unmet = lines.filter((line) => line.blocking && !line.met);
    if (unmet.length > 0) throw new GateRefusal(event.type, definition.eventTitles[event.type], unmet);
    const position = chart.next(full);
    if (position === null) throw this.notOffered(definition, chart, event.type);
    await this.keep(act, instance, position, full);
    for (const { type, params } of position.intents) {
      for (const reaction of this.ports.reactionsTo(definition, type)) {
        await reaction.react(act, { instanceId, params, context: position.context, event: full });
      }
    }
    return { from: instance.state, state: position.state, context: position.context };
  }

  /** The requirements of every step offered from here, without taking one. */
  async gates(reader: EntityManager, instanceId: string, only?: string): Promise<GateView[]> {
    const instance = await reader.findOneBy(WorkflowInstance, { id: instanceId });
    if (instance === null) throw new NotFound('流程', instanceId);
    const definition = definitionOf(instance.definition);
    const chart = Chart.restore(definition, instance.snapshot);
    const views: GateView[] = [];
    for (const { type } of chart.offered()) {
      if (only !== undefined && only !== type) continue;
      const { lines } = await this.weigh(reader, instance, definition, chart, { type, reason: '' });
      const open = lines.every((line) => line.met || !line.blocking);
      views.push({ event: type, title: definition.eventTitles[type], lines, open });
    }
    return views;
  }

  /** The main-line event from where the instance stands, and the state it leads to; null at the end. */
  async nextStep(
    reader: EntityManager,
    instanceId: string,
  ): Promise<{ event: string; title: string } | null> {
    const instance = await reader.findOneByOrFail(WorkflowInstance, { id: instanceId });
    const definition = definitionOf(instance.definition);
    const offered = new Set(
      Chart.restore(definition, instance.snapshot)
        .offered()
        .map((step) => step.type),
    );
    const reworks = isPlan(definition) ? definition.sendsBack.map(({ completedBy }) => completedBy) : [];
    const onward = [...definition.mainLine, ...reworks];
    const event = onward.find((type) => offered.has(type)) ?? [...offered][0];
    return event === undefined ? null : { event, title: definition.eventTitles[event] };
  }

  async states(reader: EntityManager, ids: string[]): Promise<Map<string, string>> {
    const rows = await reader.find(WorkflowInstance, {
      select: { id: true, state: true },
      where: { id: In(ids) },
    });
    return new Map(rows.map((row) => [row.id, row.state]));
  }

  private async load(tx: EntityManager, compilationId: string, id: string): Promise<WorkflowInstance> {
    const instance = await tx.findOneBy(WorkflowInstance, { id, compilationId });
    if (instance === null) throw new NotFound('流程', id);
    return instance;
  }

  private async weigh(
    tx: EntityManager,
    instance: WorkflowInstance,
    definition: WorkflowDefinition,
    chart: Chart,
    event: WorkflowEvent,
  ): Promise<{ full: WorkflowEvent; lines: Assessment[] }> {
    const step = chart.offered().find((offered) => offered.type === event.type);
    if (step === undefined) throw this.notOffered(definition, chart, event.type);
    const facts = await this.gather(tx, instance, chart, event, step.guard);
    const lines = assessRequirements(definition.requirements, step.guard.requirements, facts, chart.context);
    return { full: { ...event, facts }, lines };
  }

  private async gather(
    tx: EntityManager,
    instance: WorkflowInstance,
    chart: Chart,
    event: WorkflowEvent,
    guard: GuardParams,
  ): Promise<Record<string, Facts>> {
    const facts: Record<string, Facts> = {};
    const definition = definitionOf(instance.definition);
    for (const requirement of guard.requirements) {
      facts[requirement] = await this.ports.factSource(definition, requirement).gather({
        tx,
        now: this.clock.now(),
        compilationId: instance.compilationId,
        instanceId: instance.id,
        context: chart.context,
        event,
        guard,
      });
    }
    return facts;
  }

  private async keep(
    act: Act,
    instance: WorkflowInstance,
    position: Position,
    event: WorkflowEvent,
  ): Promise<void> {
    const { state, snapshot } = position;
    await saveRevision(act.tx, WorkflowInstance, instance, { state, snapshot, changedAt: act.now }, '该事项');
    act.transitions.push({
      instance: instance.id,
      definition: instance.definition,
      event: event as unknown as JsonObject,
      from: instance.state,
      to: state,
    });
  }

  private notOffered(definition: WorkflowDefinition, chart: Chart, event: string): StepNotOffered {
    const offered = chart.offered().map((step) => definition.eventTitles[step.type]);
    const title = definition.eventTitles[event] ?? event;
    return new StepNotOffered(event, title, definition.stateTitles[chart.state] ?? chart.state, offered);
  }
}
