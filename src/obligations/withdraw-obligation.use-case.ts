import { Injectable } from '@nestjs/common';
import { formatDateTime } from '../calendar/index.js';
import { Acts } from '../engine/index.js';
import { type Actor, saveRevision } from '../platform/index.js';
import { Obligation } from './obligation.entity.js';
import { ObligationMails } from './obligation-mails.js';
import { findOwnObligation } from './own-obligation.js';

/** The unit takes back what it handed in, to change it, before the secretariat has reviewed it. */
@Injectable()
export class WithdrawObligationUseCase {
  constructor(
    private readonly acts: Acts,
    private readonly mails: ObligationMails,
  ) {}

  async execute(compilationId: string, actor: Actor, obligationId: string): Promise<void> {
    return this.acts.perform({ compilationId, actor, type: 'obligation.withdrawn' }, async (act) => {
      const obligation = await findOwnObligation(act, obligationId);
      const change = { handedInAt: null, handedInLate: false };
      const revision = await saveRevision(act.tx, Obligation, obligation, change, '该报送任务');
      await act.send(obligationId, { type: 'withdraw' });
      const owed = { ...obligation, ...change, revision };
      const view = { withdrawal: { atText: formatDateTime(act.now) } };
      await this.mails.restore(act, [owed], { template: 'withdrawn', actionLabel: '继续填写并报送', view });
    });
  }
}
