import { type EntityManager } from 'typeorm';
import { Chart, definitionOf, WorkflowInstance } from '../engine/index.js';
import { defaultLadder, type Rung } from './ladder.js';
import { ReminderPlan } from './reminder-plan.entity.js';

/** The plan of a compilation; before one was stored, the default ladder at revision 0. */
export async function findPlan(reader: EntityManager, compilationId: string): Promise<ReminderPlan> {
  const stored = await reader.findOneBy(ReminderPlan, { id: compilationId });
  return stored ?? { id: compilationId, rungs: defaultLadder, digestedAt: null, revision: 0 };
}

export async function storePlan(tx: EntityManager, compilationId: string, rungs: Rung[]): Promise<void> {
  const plan = { id: compilationId, rungs, digestedAt: null, revision: 1 };
  await tx.insert(ReminderPlan, plan as never);
}

/** A chart that offers no more steps has ended; nothing recurs after that. */
export async function hasEnded(reader: EntityManager, compilationId: string): Promise<boolean> {
  const instance = await reader.findOneBy(WorkflowInstance, { id: compilationId });
  if (instance === null) return true;
  return Chart.restore(definitionOf(instance.definition), instance.snapshot).offered().length === 0;
}
