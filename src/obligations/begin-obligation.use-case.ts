import { Injectable } from '@nestjs/common';
import { Acts } from '../engine/index.js';
import { type Actor } from '../platform/index.js';
import { findOwnObligation } from './own-obligation.js';

/** The unit begins to work on what it owes (开始填报). */
@Injectable()
export class BeginObligationUseCase {
  constructor(private readonly acts: Acts) {}

  async execute(compilationId: string, actor: Actor, obligationId: string): Promise<void> {
    return this.acts.perform({ compilationId, actor, type: 'obligation.begun' }, async (act) => {
      const { id } = await findOwnObligation(act, obligationId);
      await act.send(id, { type: 'beginDrafting' });
    });
  }
}
