import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Acts, correctionReason, RecordInUse, WorkflowInstance } from '../../engine/index.js';
import { type Actor, InvalidInput, parseInput, saveRevision } from '../../platform/index.js';
import { pointSchema } from './opinion.dto.js';
import { Opinion } from './opinion.entity.js';
import { type Channel } from './opinion-kinds.js';
import { findOpinion } from './opinions.repository.js';
import { splitInto } from './split-opinion.use-case.js';

export const correctOpinionSchema = pointSchema.extend({ revision: z.int(), reason: correctionReason });

/** What the public or a unit wrote itself is nobody else's to reword. */
const theirOwnWords: readonly Channel[] = ['网上', '书面复函'];

/**
 * Rewords an opinion that the secretariat entered from paper or by ear, until it is disposed of. What was entered first
 * stays on the register, settled by the corrected entry, so that nothing of the register is ever written over.
 */
@Injectable()
export class CorrectOpinionUseCase {
  constructor(private readonly acts: Acts) {}

  /** @param input `{content, clauseId?, clauseLabel?, quotation?, revision, reason}` */
  async execute(
    compilationId: string,
    actor: Actor,
    opinionId: string,
    input: unknown,
  ): Promise<{ number: string }> {
    const { revision, reason, ...point } = parseInput(correctOpinionSchema, input);
    return this.acts.perform({ compilationId, actor, type: 'opinion.corrected' }, async (act) => {
      const opinion = await findOpinion(act.tx, compilationId, opinionId);
      if (theirOwnWords.includes(opinion.channel)) {
        throw new InvalidInput(
          `意见${opinion.number}由提出人自己提交，不能代为改写；含有几点的，可以拆分。`,
          'own-words',
        );
      }
      const { state } = await act.tx.findOneByOrFail(WorkflowInstance, { id: opinionId });
      if (!['received', 'assigned'].includes(state)) {
        throw new RecordInUse(`意见${opinion.number}`, '已经办理', '请先退回或者重新办理，再更正');
      }
      await saveRevision(act.tx, Opinion, { id: opinionId, revision }, {}, '该意见');
      const { clauseId, clauseLabel, quotation } = opinion;
      const anchored = point.clauseId === undefined && point.clauseLabel === undefined;
      const place = anchored ? { clauseId, clauseLabel, quotation } : {};
      const [corrected] = await splitInto(act, opinion, [{ ...point, ...place }]);
      act.note({ number: opinion.number, correctedBy: corrected.number, reason });
      return { number: corrected.number };
    });
  }
}
