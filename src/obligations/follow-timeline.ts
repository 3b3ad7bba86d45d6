import { type CalendarShelf, wordDeadline } from '../calendar/index.js';
import { type Deadline, type DeadlineFollower } from '../compilation/index.js';
import { type Act } from '../engine/index.js';
import { changeDeadline } from './change-deadline.js';
import { type ObligationMails } from './obligation-mails.js';
import { isOutstanding, isSettled } from './obligation-states.js';
import { findObligations, latestRound, type StandingObligation } from './obligations.repository.js';

/**
 * A move that is corrected within this time is one mail, or none: a holiday entered wrongly and put right must not send
 * every unit two dates.
 */
const settlingMs = 10 * 60_000;

/**
 * Obligations move with the deadline of the timeline that dates them. A unit that was granted more time, or was
 * given time to revise, keeps it when it ends later: moving everybody's date must not take it away.
 */
export function obligationFollower(mails: ObligationMails, shelf: CalendarShelf): DeadlineFollower {
  return {
    async follow(act, deadline) {
      const { nominal, effectiveAt, ruleText } = deadline;
      const calendar = await shelf.load(act.tx);
      for (const before of await datedBy(act, deadline.key)) {
        const keepsItsOwn = before.datedIndividually && before.effectiveAt >= effectiveAt;
        if (isSettled(before.state) || keepsItsOwn || before.effectiveAt === effectiveAt) continue;
        const order = { cause: 'timeline' as const, reason: null, approver: null };
        const moved = await changeDeadline(act, before, { nominal, effectiveAt, ruleText }, order);
        if (!isOutstanding(before.state)) continue;
        const previous = { nominal: before.nominal, effective: before.effectiveAt };
        const { effectiveText } = wordDeadline(previous, act.now, calendar);
        await mails.post(act, moved, {
          template: 'deadline-moved',
          actionLabel: '查看报送任务',
          view: { moved: { previousEffectiveText: effectiveText } },
          entry: 'current',
          onlyWhileOwed: true,
          dueAt: act.now + settlingMs,
        });
      }
    },
  };
}

/** Of the latest round: an earlier consultation's replies stay as they were. */
async function datedBy(act: Act, deadlineKey: Deadline['key']): Promise<StandingObligation[]> {
  const { tx, compilationId } = act;
  const all = await findObligations(tx, compilationId, { deadlineKey });
  if (all.length === 0) return [];
  const round = await latestRound(tx, compilationId, all[0].kind);
  return all.filter((obligation) => obligation.round === round);
}
