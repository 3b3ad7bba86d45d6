import { z } from 'zod';
import { defineAct } from '../engine/index.js';
import {
  exampleId,
  expertOrSecretariat,
  idSchema,
  InvalidInput,
  named,
  saveRevision,
  textInput,
} from '../platform/index.js';
import { Invitee } from './invitee.entity.js';
import { DeclarationClosed } from './review.errors.js';
import { openExpertSeat } from './expert-seat.js';
import { voidSignature } from './void-signature.js';

/**
 * 利害关系声明（《重大行政决策程序暂行条例》第十九条、第二十条）: an expert who declares a direct interest is recused and
 * takes no part in the conclusion. Once there is a conclusion, what was declared before it stands.
 */
export const declareConflict = defineAct({
  name: 'conflict.declared',
  title: '声明利害关系',
  summary: '专家声明有无直接利害关系；有的应当回避',
  may: expertOrSecretariat,
  path: 'invitees/:inviteeId/conflict',
  input: z.object({
    inviteeId: idSchema,
    conflict: named(
      '利害关系',
      z.enum(['none', 'direct'], { error: '应为 none（无直接利害关系）或者 direct（有直接利害关系）' }),
    ),
    note: named('说明', textInput(2000).default('')),
  }),
  example: { inviteeId: exampleId, conflict: 'none' },
  answer: z.object({ recused: z.boolean() }),
  async perform(act, { inviteeId, conflict, note }) {
    if (conflict === 'direct' && note.trim() === '')
      throw new InvalidInput('没有填写说明；有直接利害关系的，请写明是何关系。');
    const { invitee, meeting } = await openExpertSeat(act.tx, act, inviteeId, '声明利害关系');
    if (meeting.conclusion !== null && invitee.conflict !== null) throw new DeclarationClosed();
    const change = { conflict, conflictNote: note, conflictDeclaredAt: act.now };
    await saveRevision(act.tx, Invitee, invitee, change, '该声明');
    if (conflict === 'direct') await voidSignature(act, inviteeId);
    act.note({ inviteeId, conflict });
    return { recused: conflict === 'direct' };
  },
});
