import { Injectable } from '@nestjs/common';
import { dateOf, formatDate } from '../calendar/index.js';
import { requireCompilationUnderway, requireNoStepSince } from '../compilation/index.js';
import { type Act, Acts, type Position } from '../engine/index.js';
import { type Actor, parseInput } from '../platform/index.js';
import {
  approveStage,
  collectStage,
  consultStage,
  draftStage,
  obligationWorkflow,
} from '../../workflows/index.js';
import { type Obligation, type ObligationKind } from './obligation.entity.js';
import { ObligationMails } from './obligation-mails.js';
import { revokeAcceptanceSchema, revokeWaiverSchema } from './obligations.dto.js';
import { requireRevocable } from './revocable.js';
import { type StandingObligation } from './obligations.repository.js';
import { chosenObligations, moveAll } from './settle-all.js';
import { TimeToWork } from './time-to-work.js';

/** The steps that weigh what was settled. What was issued after one of them is weighed by the next. */
const weighedBy: Record<ObligationKind, (at: Position) => string[]> = {
  material: (at) => [
    ...at.events(collectStage, 'close'),
    ...at.events(draftStage, 'complete'),
    ...at.events(approveStage, 'submit'),
  ],
  reply: (at) => at.events(consultStage, 'rework', 'complete'),
};
const remedies: Record<ObligationKind, string> = {
  material: '确需补充材料的，请以函件商该单位办理，并在编制说明中写明',
  reply: '该单位另有意见的，请代为登记意见',
};

/**
 * The secretariat takes back an acceptance or a waiver that was given by mistake, with a reason, until a step rests on
 * it: what was accepted waits for its review again, what was waived is owed again and the unit is told.
 */
@Injectable()
export class RevokeSettlementUseCase {
  constructor(
    private readonly acts: Acts,
    private readonly mails: ObligationMails,
    private readonly time: TimeToWork,
  ) {}

  /** @param input `{ids, reason}`; no mail said that it was accepted, so none says that it no longer is */
  async acceptance(compilationId: string, actor: Actor, input: unknown): Promise<void> {
    const { ids, reason } = parseInput(revokeAcceptanceSchema, input);
    const order = { compilationId, actor, type: 'obligation.acceptanceRevoked' };
    return this.acts.perform(order, async (act) => {
      await this.revoke(act, ids, { type: 'revokeAcceptance', reason }, { from: 'accepted', change: {} });
    });
  }

  /** @param input `{ids, reason, until?}`; without a day the unit has its deadline, but at least a week of work */
  async waiver(compilationId: string, actor: Actor, input: unknown): Promise<void> {
    const { ids, reason, until } = parseInput(revokeWaiverSchema, input);
    const order = { compilationId, actor, type: 'obligation.waiverRevoked' };
    return this.acts.perform(order, async (act) => {
      const change = { waiverReason: null, waiverApprover: null };
      const event = { type: 'revokeWaiver' as const, reason };
      const owing = await this.revoke(act, ids, event, { from: 'waived', change });
      const least = await this.time.upTo(act, until);
      const dated: StandingObligation[] = [];
      for (const obligation of owing) dated.push(await this.time.renew(act, obligation, least, reason));
      const view = { revocation: { onText: formatDate(dateOf(act.now)), reason } };
      const mail = { template: 'waiver-revoked' as const, actionLabel: '填写并报送', onlyWhileOwed: true };
      await this.mails.restore(act, dated, { ...mail, view });
    });
  }

  private async revoke(
    act: Act,
    ids: string[],
    event: { type: 'revokeAcceptance' | 'revokeWaiver'; reason: string },
    { from, change }: { from: StandingObligation['state']; change: Partial<Obligation> },
  ): Promise<StandingObligation[]> {
    const { tx, compilationId } = act;
    const title = obligationWorkflow.eventTitles[event.type];
    await requireCompilationUnderway(tx, compilationId, title);
    const found = await chosenObligations(act, ids, event.type, [from]);
    await requireRevocable(act, found, title);
    for (const kind of ['material', 'reply'] as const) {
      const settled = found.filter((one) => one.kind === kind).map(({ settledAt }) => settledAt ?? act.now);
      if (settled.length === 0) continue;
      const what = `该项${obligationWorkflow.stateTitles[from]}`;
      await requireNoStepSince(
        tx,
        compilationId,
        Math.min(...settled),
        weighedBy[kind],
        what,
        remedies[kind],
      );
    }
    act.note({ reason: event.reason });
    return moveAll(act, found, event, { ...change, settledAt: null });
  }
}
