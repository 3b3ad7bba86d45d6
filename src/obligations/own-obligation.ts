import { type Act } from '../engine/index.js';
import { NotFound } from '../platform/index.js';
import { findObligation, type StandingObligation } from './obligations.repository.js';

/**
 * The obligation, if the act's actor may work on it: a unit only on its own, the secretariat on any (it enters what
 * came on paper). Another unit's obligation is answered as one that does not exist.
 */
export async function findOwnObligation(act: Act, obligationId: string): Promise<StandingObligation> {
  const obligation = await findObligation(act.tx, act.compilationId, obligationId);
  const { kind, id } = act.actor;
  if (kind === 'unit' && id !== obligation.unitId) throw new NotFound('报送任务', obligationId);
  return obligation;
}
