import { Injectable } from '@nestjs/common';
import { Acts } from '../engine/index.js';
import { type Actor, parseInput } from '../platform/index.js';
import { outstandingStates } from './obligation-states.js';
import { waiveSchema } from './obligations.dto.js';
import { settleAll } from './settle-all.js';

/** The secretariat waives what was not handed in, with a reason and the post that approved it. */
@Injectable()
export class WaiveObligationsUseCase {
  constructor(private readonly acts: Acts) {}

  /** @param input `{ids, reason, approver}` */
  async execute(compilationId: string, actor: Actor, input: unknown): Promise<void> {
    const { ids, reason, approver } = parseInput(waiveSchema, input);
    const order = { compilationId, actor, type: 'obligation.waived' };
    return this.acts.perform(order, (act) => {
      const event = { type: 'waive', reason, approver };
      return settleAll(act, ids, event, outstandingStates, {
        waiverReason: reason,
        waiverApprover: approver,
      });
    });
  }
}
