import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Acts } from '../engine/index.js';
import { type Actor, insertRows, parseInput } from '../platform/index.js';
import { DraftingGroupMember } from './compilation.entity.js';
import { findCompilation } from './compilation.repository.js';
import { draftingGroupSchema } from './prepare-compilation.dto.js';

export const formDraftingGroupSchema = z.object({
  members: draftingGroupSchema.max(200, { error: '最多200个岗位' }),
});

/** Registers who drafts: the list takes the place of the former one. Posts, not persons. */
@Injectable()
export class FormDraftingGroupUseCase {
  constructor(private readonly acts: Acts) {}

  /** @param input `{members: [{role, organisation, post, address}]}` */
  async execute(compilationId: string, actor: Actor, input: unknown): Promise<{ members: number }> {
    const { members } = parseInput(formDraftingGroupSchema, input);
    return this.acts.perform({ compilationId, actor, type: 'draftingGroup.formed' }, async (act) => {
      await findCompilation(act.tx, compilationId);
      await act.tx.delete(DraftingGroupMember, { compilationId });
      const rows = members.map((member) => ({ ...member, id: act.ids.next(), compilationId }));
      await insertRows(act.tx, DraftingGroupMember, rows);
      act.note({ members: members.map(({ role, organisation, post }) => ({ role, organisation, post })) });
      return { members: members.length };
    });
  }
}
