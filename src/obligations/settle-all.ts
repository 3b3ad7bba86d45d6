import { type Act } from '../engine/index.js';
import { NotFound, saveRevision } from '../platform/index.js';
import { obligationWorkflow, type WorkflowEvent } from '../../workflows/index.js';
import { Obligation } from './obligation.entity.js';
import { NotAllOffered } from './obligations.errors.js';
import { findObligations, type StandingObligation } from './obligations.repository.js';
import { unitNames } from './obligation-units.js';

/** Settles several obligations in one act. Whoever cannot be settled is named and nobody is: no half-done lists. */
export async function settleAll(
  act: Act,
  ids: string[],
  event: WorkflowEvent,
  offeredIn: readonly string[],
  change: Partial<Obligation>,
): Promise<StandingObligation[]> {
  const found = await chosenObligations(act, ids, event.type, offeredIn);
  return moveAll(act, found, event, { ...change, settledAt: act.now });
}

/** @throws NotFound, NotAllOffered */
export async function chosenObligations(
  act: Act,
  ids: string[],
  event: string,
  offeredIn: readonly string[],
): Promise<StandingObligation[]> {
  const found = await findObligations(act.tx, act.compilationId, { ids });
  const missing = ids.find((id) => !found.some((obligation) => obligation.id === id));
  if (missing !== undefined) throw new NotFound('报送任务', missing);
  const unready = found.filter((obligation) => !offeredIn.includes(obligation.state));
  if (unready.length > 0) throw await refusal(act, unready, event);
  return found;
}

export async function moveAll(
  act: Act,
  found: StandingObligation[],
  event: WorkflowEvent,
  change: Partial<Obligation>,
): Promise<StandingObligation[]> {
  for (const obligation of found) {
    const revision = await saveRevision(act.tx, Obligation, obligation, change, '该报送任务');
    Object.assign(obligation, change, { revision });
    await act.send(obligation.id, event);
  }
  act.note({ obligations: found.length });
  return found;
}

async function refusal(act: Act, unready: StandingObligation[], event: string): Promise<NotAllOffered> {
  const names = await unitNames(
    act.tx,
    unready.map((obligation) => obligation.unitId),
  );
  const offenders = unready.map(({ id, state }, index) => ({
    id,
    unitName: names[index],
    stateTitle: obligationWorkflow.stateTitles[state],
  }));
  return new NotAllOffered(offenders, obligationWorkflow.eventTitles[event]);
}
