import { In } from 'typeorm';
import { type Act, WorkflowInstance } from '../engine/index.js';
import { obligationWorkflow1 } from '../../workflows/index.js';
import { SettledForGood } from './obligations.errors.js';
import { type StandingObligation } from './obligations.repository.js';
import { unitNames } from './obligation-units.js';

/** What began with the first version of the chart is settled for good by it. @throws SettledForGood */
export async function requireRevocable(
  { tx }: Act,
  found: readonly StandingObligation[],
  title: string,
): Promise<void> {
  const { id: definition } = obligationWorkflow1;
  const old = await tx.find(WorkflowInstance, {
    select: { id: true },
    where: { id: In(found.map(({ id }) => id)), definition },
  });
  if (old.length === 0) return;
  const ids = new Set(old.map(({ id }) => id));
  const units = found.filter(({ id }) => ids.has(id)).map(({ unitId }) => unitId);
  throw new SettledForGood(await unitNames(tx, units), title);
}
