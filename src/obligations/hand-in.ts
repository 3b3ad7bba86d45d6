import { isLate } from '../calendar/index.js';
import { type Act } from '../engine/index.js';
import { saveRevision } from '../platform/index.js';
import { Obligation } from './obligation.entity.js';
import { findObligation } from './obligations.repository.js';

/**
 * The unit hands in, inside the act of the room that has just frozen what is handed in. Refused while something is
 * missing; queues the receipt. Late is what comes after the effective instant, never before.
 */
export async function handIn(act: Act, obligationId: string): Promise<void> {
  const obligation = await findObligation(act.tx, act.compilationId, obligationId);
  const handedInLate = isLate(act.now, obligation.effectiveAt);
  const change = { handedInAt: act.now, handedInLate, returnComments: null };
  await saveRevision(act.tx, Obligation, obligation, change, '该报送任务');
  await act.send(obligationId, { type: 'submit' });
}

/** The unit's first saved word; harmless when it has begun before. */
export async function beginDrafting(act: Act, obligationId: string): Promise<void> {
  const { state } = await findObligation(act.tx, act.compilationId, obligationId);
  if (state === 'owed') await act.send(obligationId, { type: 'beginDrafting' });
}
