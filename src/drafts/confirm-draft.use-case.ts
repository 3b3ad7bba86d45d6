import { z } from 'zod';
import { defineAct } from '../engine/index.js';
import { drafters, exampleId, lineInput, named, StaleRevision } from '../platform/index.js';
import { DraftVersion } from './draft-version.entity.js';
import { requireWorkingRevision } from './drafts.repository.js';

/** A person confirms the split into clauses, and if nothing was changed, why. */
export const confirmDraft = defineAct({
  name: 'draft.confirmed',
  title: '确认文稿条款',
  summary: '确认条款拆分；文字未改的，写明理由',
  may: drafters,
  path: 'drafts/confirm',
  input: z.object({
    /** The revision the person looked at; another one may have been imported meanwhile. */
    draftVersionId: z.string(),
    /** Why the version stands as it is, when nothing was changed since the one frozen before it. */
    unchangedReason: named('不作修改的理由', lineInput(1000).nullish()),
  }),
  example: { draftVersionId: exampleId, unchangedReason: '公开征求意见期间未收到意见' },
  async perform(act, { draftVersionId, unchangedReason }) {
    const working = await requireWorkingRevision(act.tx, act.compilationId);
    if (working.id !== draftVersionId) throw new StaleRevision('该修改稿');
    const change = { confirmedAt: act.now, unchangedReason: unchangedReason ?? working.unchangedReason };
    await act.tx.update(DraftVersion, { id: working.id }, change);
    act.note({ draftVersionId, doubts: working.doubts, unchangedReason: change.unchangedReason });
  },
});
