import { z } from 'zod';
import { defineAct } from '../engine/index.js';
import { beganInput, insertRows, named, requireBegan, secretariat } from '../platform/index.js';
import { DraftingGroupMember } from './compilation.entity.js';
import { findCompilation, findDraftingGroup } from './compilation.repository.js';
import { draftingGroupContent } from './edited-content.js';
import { draftingGroupSchema } from './prepare-compilation.dto.js';

/** Registers who drafts: the list takes the place of the former one. Posts, not persons. */
export const formDraftingGroup = defineAct({
  name: 'draftingGroup.formed',
  title: '登记起草工作组',
  summary: '登记起草工作组；名单取代以前的名单，写职务，不写姓名',
  may: secretariat,
  method: 'PUT',
  path: 'drafting-group',
  input: z.object({
    members: named('起草工作组', draftingGroupSchema.max(200, { error: '最多200个岗位' })),
    began: beganInput,
  }),
  example: {
    members: [
      { role: 'head', organisation: '市示例局', post: '分管负责人', address: 'head@example.org' },
      { role: 'member', organisation: '市示例局', post: '规划处负责人', address: 'drafter@example.org' },
    ],
  },
  answer: z.object({ members: z.int() }),
  async perform(act, { members, began }) {
    const { tx, compilationId } = act;
    await findCompilation(tx, compilationId);
    const stored = await findDraftingGroup(tx, compilationId);
    requireBegan(began, draftingGroupContent(stored), '起草工作组名单');
    await tx.delete(DraftingGroupMember, { compilationId });
    const rows = members.map((member) => ({ ...member, id: act.ids.next(), compilationId }));
    await insertRows(tx, DraftingGroupMember, rows);
    act.note({ members: members.map(({ role, organisation, post }) => ({ role, organisation, post })) });
    return { members: members.length };
  },
});
