import { Injectable } from '@nestjs/common';
import { findUnit } from '../../directory/index.js';
import { Acts } from '../../engine/index.js';
import { type Actor, parseInput } from '../../platform/index.js';
import { z } from 'zod';
import { pointSchema, receiveOpinionSchema } from './opinion.dto.js';
import { type ReceivedOpinion, assertReceived } from './receive-opinion.use-case.js';
import { registerOpinions } from './register-opinions.js';
import { splitInto } from './split-opinion.use-case.js';

export const recordLetterSchema = receiveOpinionSchema.omit({ channel: true }).extend({
  channel: receiveOpinionSchema.shape.channel.default('信函'),
  /** Its points, when the clerk separates them at once; with one or none the letter stays one opinion. */
  points: z.array(pointSchema).max(100, { error: '一次最多拆成100条' }).default([]),
});

/** Enters what came on paper or by word of mouth, and splits it into its points in the same act. */
@Injectable()
export class RecordLetterUseCase {
  constructor(private readonly acts: Acts) {}

  /** @param input `{content, proposer, receivedAt?, channel?, clauseLabel?, points?: [{content, …}]}` */
  async execute(
    compilationId: string,
    actor: Actor,
    input: unknown,
  ): Promise<ReceivedOpinion & { parts: string[] }> {
    const { points, ...letter } = parseInput(recordLetterSchema, input);
    return this.acts.perform({ compilationId, actor, type: 'letter.recorded' }, async (act) => {
      assertReceived(act, letter.receivedAt);
      if (letter.proposer.unitId != null) await findUnit(act.tx, letter.proposer.unitId);
      const [opinion] = await registerOpinions(act, [letter]);
      const parts = points.length < 2 ? [] : await splitInto(act, opinion, points);
      const { id, number, late } = opinion;
      return { id, number, late, parts: parts.map((part) => part.number) };
    });
  }
}
