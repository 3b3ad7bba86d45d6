import { Injectable } from '@nestjs/common';
import { removeTraces } from '../../drafts/index.js';
import { type Act, Acts } from '../../engine/index.js';
import { type Actor, parseInput, saveRevision } from '../../platform/index.js';
import { type WorkflowEvent } from '../../../workflows/index.js';
import { Opinion } from '../opinions/opinion.entity.js';
import { findOpinion, findOpinionsOf } from '../opinions/opinions.repository.js';
import { approveDispositionsSchema, returnDispositionSchema } from './disposition.dto.js';

/** 复核: somebody other than who disposed of an opinion approves it or returns it with a reason. */
@Injectable()
export class ReviewDispositionsUseCase {
  constructor(private readonly acts: Acts) {}

  /** @param input `{opinionIds}` */
  async approve(compilationId: string, actor: Actor, input: unknown): Promise<{ approved: number }> {
    const { opinionIds } = parseInput(approveDispositionsSchema, input);
    return this.acts.perform({ compilationId, actor, type: 'dispositions.approved' }, async (act) => {
      const opinions = await findOpinionsOf(act.tx, compilationId, opinionIds);
      for (const opinion of opinions) {
        await act.send(opinion.id, reviewEvent('approveDisposition', actor));
        const change = { reviewedBy: actor.id, reviewedAt: act.now };
        await saveRevision(act.tx, Opinion, opinion, change, '该意见');
      }
      act.note({ opinions: opinions.length });
      return { approved: opinions.length };
    });
  }

  /** @param input `{opinionId, reason}` */
  async return(compilationId: string, actor: Actor, input: unknown): Promise<void> {
    const { opinionId, reason } = parseInput(returnDispositionSchema, input);
    await this.acts.perform({ compilationId, actor, type: 'disposition.returned' }, (act) =>
      sendBack(act, opinionId, reviewEvent('returnDisposition', actor, reason), reason),
    );
  }

  /** A settled opinion is handled again; possible until the packet is submitted. @param input `{opinionId, reason}` */
  async reopen(compilationId: string, actor: Actor, input: unknown): Promise<void> {
    const { opinionId, reason } = parseInput(returnDispositionSchema, input);
    await this.acts.perform({ compilationId, actor, type: 'opinion.reopened' }, (act) =>
      sendBack(act, opinionId, { type: 'reopen', reason }, reason),
    );
  }
}

export interface ReviewEvent extends WorkflowEvent {
  reviewer: string;
}

const reviewEvent = (type: string, actor: Actor, reason?: string): ReviewEvent => ({
  type,
  reviewer: actor.id,
  ...(reason === undefined ? {} : { reason }),
});

/** The disposition stays written down for the handler to correct, but it counts for nothing until it is made again. */
async function sendBack(act: Act, opinionId: string, event: WorkflowEvent, reason: string): Promise<void> {
  const opinion = await findOpinion(act.tx, act.compilationId, opinionId);
  await act.send(opinionId, event);
  const change = { returnReason: reason, reviewedBy: null, reviewedAt: null };
  await saveRevision(act.tx, Opinion, opinion, change, '该意见');
  await removeTraces(act, { sourceKind: 'opinion', sourceId: opinionId });
  act.note({ number: opinion.number });
}
