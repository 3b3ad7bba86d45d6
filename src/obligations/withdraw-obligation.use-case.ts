import { Injectable } from '@nestjs/common';
import { Acts } from '../engine/index.js';
import { type Actor, saveRevision } from '../platform/index.js';
import { Obligation } from './obligation.entity.js';
import { findOwnObligation } from './own-obligation.js';

/** The unit takes back what it handed in, to change it, before the secretariat has reviewed it. */
@Injectable()
export class WithdrawObligationUseCase {
  constructor(private readonly acts: Acts) {}

  async execute(compilationId: string, actor: Actor, obligationId: string): Promise<void> {
    return this.acts.perform({ compilationId, actor, type: 'obligation.withdrawn' }, async (act) => {
      const obligation = await findOwnObligation(act, obligationId);
      const change = { handedInAt: null, handedInLate: false };
      await saveRevision(act.tx, Obligation, obligation, change, '该报送任务');
      await act.send(obligationId, { type: 'withdraw' });
    });
  }
}
