import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Acts } from '../engine/index.js';
import { type Actor, beganInput, insertRows, parseInput, requireBegan } from '../platform/index.js';
import { DraftingGroupMember } from './compilation.entity.js';
import { findCompilation, findDraftingGroup } from './compilation.repository.js';
import { draftingGroupContent } from './edited-content.js';
import { draftingGroupSchema } from './prepare-compilation.dto.js';

export const formDraftingGroupSchema = z.object({
  members: draftingGroupSchema.max(200, { error: '最多200个岗位' }),
  began: beganInput,
});

/** Registers who drafts: the list takes the place of the former one. Posts, not persons. */
@Injectable()
export class FormDraftingGroupUseCase {
  constructor(private readonly acts: Acts) {}

  /** @param input `{members: [{role, organisation, post, address}]}` */
  async execute(compilationId: string, actor: Actor, input: unknown): Promise<{ members: number }> {
    const { members, began } = parseInput(formDraftingGroupSchema, input);
    return this.acts.perform({ compilationId, actor, type: 'draftingGroup.formed' }, async (act) => {
      await findCompilation(act.tx, compilationId);
      const stored = await findDraftingGroup(act.tx, compilationId);
      requireBegan(began, draftingGroupContent(stored), '起草工作组名单');
      await act.tx.delete(DraftingGroupMember, { compilationId });
      const rows = members.map((member) => ({ ...member, id: act.ids.next(), compilationId }));
      await insertRows(act.tx, DraftingGroupMember, rows);
      act.note({ members: members.map(({ role, organisation, post }) => ({ role, organisation, post })) });
      return { members: members.length };
    });
  }
}
