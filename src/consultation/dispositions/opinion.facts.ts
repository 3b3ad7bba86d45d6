import { type EntityManager } from 'typeorm';
import { clauseInWorkingRevision } from '../../drafts/index.js';
import { type FactScope, type FactSource, positionOf } from '../../engine/index.js';
import { Refusal } from '../../platform/index.js';
import {
  type ChangedClauseFacts,
  type DispositionFacts,
  type OpinionReasonFacts,
  type RegisterOpenFacts,
  type ReviewerFacts,
} from '../../../workflows/index.js';
import { findOpinion } from '../opinions/opinions.repository.js';
import { type DisposeEvent } from './dispose.js';
import { type ReviewEvent } from './review-dispositions.use-case.js';

/** What this room can say about the requirements of the opinion chart. */
export const opinionFacts: FactSource[] = [
  {
    answers: 'opinion/dispositionReasoned',
    gather({ event }): Promise<DispositionFacts> {
      const { disposition, reason = '' } = event as DisposeEvent;
      return Promise.resolve({ disposition, reason });
    },
  },
  { answers: 'opinion/changedClauseNamed', gather: changedClauseNamed },
  { answers: 'opinion/reviewerDiffers', gather: reviewerDiffers },
  {
    answers: 'opinion/returnReasoned',
    gather: ({ event }): Promise<OpinionReasonFacts> => Promise.resolve({ reason: event.reason ?? '' }),
  },
  { answers: 'opinion/registerOpen', gather: registerOpen },
];

async function changedClauseNamed({ tx, compilationId, event }: FactScope): Promise<ChangedClauseFacts> {
  const { disposition, changedClauseId: clauseId } = event as DisposeEvent;
  const clause = clauseId === null ? null : await clauseInWorkingRevision(tx, compilationId, clauseId);
  return { disposition, clauseId, clauseExists: clause !== null };
}

async function reviewerDiffers(scope: FactScope): Promise<ReviewerFacts> {
  const { disposedBy } = await findOpinion(scope.tx, scope.compilationId, scope.instanceId);
  return { handler: disposedBy ?? '', reviewer: (scope.event as ReviewEvent).reviewer };
}

export class RegisterSealed extends Refusal {
  constructor() {
    super('register-sealed', '报批材料已报市政府，意见登记已封存；如确需更改，请待退回后办理。', 409);
  }
}

/** @throws RegisterSealed while the packet is with the municipal government and afterwards */
export async function assertRegisterOpen(reader: EntityManager, compilationId: string): Promise<void> {
  if ((await positionOf(reader, compilationId)).is('sealed')) throw new RegisterSealed();
}

async function registerOpen({ tx, compilationId }: FactScope): Promise<RegisterOpenFacts> {
  return { packetSubmitted: (await positionOf(tx, compilationId)).is('sealed') };
}
