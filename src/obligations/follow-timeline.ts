import { type Deadline, type DeadlineFollower } from '../compilation/index.js';
import { type Act } from '../engine/index.js';
import { changeDeadline } from './change-deadline.js';
import { isSettled } from './obligation-states.js';
import { findObligations, latestRound, type StandingObligation } from './obligations.repository.js';

/**
 * Obligations move with the deadline of the timeline that dates them. A unit that was granted more time, or was
 * given time to revise, keeps it when it ends later: moving everybody's date must not take it away.
 */
export const obligationFollower: DeadlineFollower = {
  async follow(act, deadline) {
    const { nominal, effectiveAt, ruleText } = deadline;
    const moving = (await datedBy(act, deadline.key)).filter((obligation) => {
      const keepsItsOwn = obligation.datedIndividually && obligation.effectiveAt >= effectiveAt;
      return !isSettled(obligation.state) && !keepsItsOwn;
    });
    for (const obligation of moving) {
      const order = { cause: 'timeline' as const, reason: null, approver: null };
      await changeDeadline(act, obligation, { nominal, effectiveAt, ruleText }, order);
    }
  },
};

/** Of the latest round: an earlier consultation's replies stay as they were. */
async function datedBy(act: Act, deadlineKey: Deadline['key']): Promise<StandingObligation[]> {
  const { tx, compilationId } = act;
  const all = await findObligations(tx, compilationId, { deadlineKey });
  if (all.length === 0) return [];
  const round = await latestRound(tx, compilationId, all[0].kind);
  return all.filter((obligation) => obligation.round === round);
}
