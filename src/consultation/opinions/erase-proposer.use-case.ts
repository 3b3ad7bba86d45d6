import { Injectable } from '@nestjs/common';
import { Acts } from '../../engine/index.js';
import { type Actor } from '../../platform/index.js';
import { Opinion } from './opinion.entity.js';
import { findOpinion } from './opinions.repository.js';

/** Erases a person's name and contact on request (《个人信息保护法》第四十七条); what was said stays on the register. */
@Injectable()
export class EraseProposerUseCase {
  constructor(private readonly acts: Acts) {}

  async execute(compilationId: string, actor: Actor, opinionId: string): Promise<void> {
    await this.acts.perform({ compilationId, actor, type: 'proposer.erased' }, async (act) => {
      const { sequence, number } = await findOpinion(act.tx, compilationId, opinionId);
      const erased = { personName: null, personContact: null, erasedAt: act.now };
      // A letter and its parts hold the same person's data.
      await act.tx.update(Opinion, { compilationId, sequence }, erased);
      act.note({ number });
    });
  }
}
