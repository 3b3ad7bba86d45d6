import { Injectable } from '@nestjs/common';
import { dateOf, formatDate } from '../calendar/index.js';
import { Acts } from '../engine/index.js';
import { type Actor, parseInput } from '../platform/index.js';
import { ObligationMails } from './obligation-mails.js';
import { outstandingStates } from './obligation-states.js';
import { waiveSchema } from './obligations.dto.js';
import { settleAll } from './settle-all.js';

/** The secretariat waives what was not handed in, with a reason and the post that approved it. */
@Injectable()
export class WaiveObligationsUseCase {
  constructor(
    private readonly acts: Acts,
    private readonly mails: ObligationMails,
  ) {}

  /** @param input `{ids, reason, approver}` */
  async execute(compilationId: string, actor: Actor, input: unknown): Promise<void> {
    const { ids, reason, approver } = parseInput(waiveSchema, input);
    const order = { compilationId, actor, type: 'obligation.waived' };
    return this.acts.perform(order, async (act) => {
      const event = { type: 'waive', reason, approver };
      const change = { waiverReason: reason, waiverApprover: approver };
      const waived = await settleAll(act, ids, event, outstandingStates, change);
      const waiver = { reason, approvedBy: approver, approvedOnText: formatDate(dateOf(act.now)) };
      await this.mails.withdraw(act, waived, {
        template: 'waived',
        actionLabel: null,
        view: { waiver },
      });
    });
  }
}
