import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Acts } from '../engine/index.js';
import { type Actor, lineInput, parseInput, StaleRevision } from '../platform/index.js';
import { DraftVersion } from './draft-version.entity.js';
import { requireWorkingRevision } from './drafts.repository.js';

export const confirmDraftSchema = z.object({
  /** The revision the person looked at; another one may have been imported meanwhile. */
  draftVersionId: z.string(),
  /** Why the version stands as it is, when nothing was changed since the one frozen before it. */
  unchangedReason: lineInput(1000).nullish(),
});

/** A person confirms the split into clauses, and if nothing was changed, why. */
@Injectable()
export class ConfirmDraftUseCase {
  constructor(private readonly acts: Acts) {}

  async execute(compilationId: string, actor: Actor, input: unknown): Promise<void> {
    const { draftVersionId, unchangedReason } = parseInput(confirmDraftSchema, input);
    return this.acts.perform({ compilationId, actor, type: 'draft.confirmed' }, async (act) => {
      const working = await requireWorkingRevision(act.tx, compilationId);
      if (working.id !== draftVersionId) throw new StaleRevision('该修改稿');
      const change = { confirmedAt: act.now, unchangedReason: unchangedReason ?? working.unchangedReason };
      await act.tx.update(DraftVersion, { id: working.id }, change);
      act.note({ draftVersionId, doubts: working.doubts, unchangedReason: change.unchangedReason });
    });
  }
}
