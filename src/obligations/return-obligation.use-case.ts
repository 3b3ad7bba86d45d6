import { Injectable } from '@nestjs/common';
import { Acts } from '../engine/index.js';
import { type Actor, parseInput, saveRevision } from '../platform/index.js';
import { changeDeadline } from './change-deadline.js';
import { Obligation } from './obligation.entity.js';
import { returnSchema } from './obligations.dto.js';
import { findObligation } from './obligations.repository.js';
import { TimeToWork } from './time-to-work.js';

/** The secretariat sends a submission back with comments; the unit gets time to revise it. */
@Injectable()
export class ReturnObligationUseCase {
  constructor(
    private readonly acts: Acts,
    private readonly time: TimeToWork,
  ) {}

  /** @param input `{comments: string[], resubmitBy?: date}` */
  async execute(compilationId: string, actor: Actor, obligationId: string, input: unknown): Promise<void> {
    const { comments, resubmitBy } = parseInput(returnSchema, input);
    const written = comments.filter((comment) => comment.trim() !== '');
    return this.acts.perform({ compilationId, actor, type: 'obligation.returned' }, async (act) => {
      const obligation = await findObligation(act.tx, compilationId, obligationId);
      const deadline = await this.time.upTo(act, resubmitBy);
      const order = { cause: 'return' as const, reason: null, approver: null };
      const later = deadline.effectiveAt > obligation.effectiveAt;
      const dated = later ? await changeDeadline(act, obligation, deadline, order) : obligation;
      await saveRevision(act.tx, Obligation, dated, { returnComments: written }, '该报送任务');
      await act.send(obligationId, { type: 'returnForRevision', reason: written.join('\n') });
    });
  }
}
