import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Acts } from '../engine/index.js';
import { type Actor, parseInput, saveRevision, textInput } from '../platform/index.js';
import { Invitee } from './invitee.entity.js';
import { DeclarationClosed } from './review.errors.js';
import { openExpertSeat } from './expert-seat.js';
import { voidSignature } from './void-signature.js';

export const declareConflictSchema = z
  .object({
    conflict: z.enum(['none', 'direct'], {
      error: '应为 none（无直接利害关系）或者 direct（有直接利害关系）',
    }),
    note: textInput(2000).default(''),
  })
  .refine(({ conflict, note }) => conflict === 'none' || note.trim() !== '', {
    error: '有直接利害关系的，请写明是何关系',
    path: ['note'],
  });

/**
 * 利害关系声明（《重大行政决策程序暂行条例》第十九条、第二十条）: an expert who declares a direct interest is recused and
 * takes no part in the conclusion. Once there is a conclusion, what was declared before it stands.
 */
@Injectable()
export class DeclareConflictUseCase {
  constructor(private readonly acts: Acts) {}

  /** @param input `{conflict: 'none' | 'direct', note?}` */
  async execute(
    compilationId: string,
    actor: Actor,
    inviteeId: string,
    input: unknown,
  ): Promise<{ recused: boolean }> {
    const { conflict, note } = parseInput(declareConflictSchema, input);
    return this.acts.perform({ compilationId, actor, type: 'conflict.declared' }, async (act) => {
      const { invitee, meeting } = await openExpertSeat(act.tx, act, inviteeId, '声明利害关系');
      if (meeting.conclusion !== null && invitee.conflict !== null) throw new DeclarationClosed();
      const change = { conflict, conflictNote: note, conflictDeclaredAt: act.now };
      await saveRevision(act.tx, Invitee, invitee, change, '该声明');
      if (conflict === 'direct') await voidSignature(act, inviteeId);
      act.note({ inviteeId, conflict });
      return { recused: conflict === 'direct' };
    });
  }
}
