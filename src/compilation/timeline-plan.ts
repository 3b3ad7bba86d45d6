import { strict as assert } from 'node:assert';
import { type EntityManager } from 'typeorm';
import { definitionOf, WorkflowInstance } from '../engine/index.js';
import { type PlannedTimeline, type WorkflowDefinition } from '../../workflows/index.js';

/** The dates that a definition asks for. */
export function timelineOf({ id, timeline }: WorkflowDefinition): PlannedTimeline {
  assert.ok(timeline !== undefined, `${id} has no timeline`);
  return timeline;
}

/** The dates that a running compilation must have, by the definition it began with. */
export async function timelinePlan(reader: EntityManager, compilationId: string): Promise<PlannedTimeline> {
  const { definition } = await reader.findOneByOrFail(WorkflowInstance, { id: compilationId });
  return timelineOf(definitionOf(definition));
}
