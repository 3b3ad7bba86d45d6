import { z } from 'zod';
import { findUnit } from '../../directory/index.js';
import { defineAct } from '../../engine/index.js';
import { named, secretariat } from '../../platform/index.js';
import { pointsSchema, receivedOpinionView, receiveOpinionSchema } from './opinion.dto.js';
import { assertReceived } from './receive-opinion.use-case.js';
import { registerOpinions } from './register-opinions.js';
import { splitInto } from './split-opinion.use-case.js';

/** Enters what came on paper or by word of mouth, and splits it into its points in the same act. */
export const recordLetter = defineAct({
  name: 'letter.recorded',
  title: '登记来信',
  summary: '登记来信、来电或者座谈记录，可同时拆成几条意见',
  may: secretariat,
  path: 'letters',
  input: receiveOpinionSchema.extend({
    channel: receiveOpinionSchema.shape.channel.default('信函'),
    /** Its points, when the clerk separates them at once; with one or none the letter stays one opinion. */
    points: named('逐条意见', pointsSchema.default([])),
  }),
  example: {
    proposer: { category: '社会组织', organisation: '某商会' },
    content: '一、建议增加服务业内容。二、建议明确责任单位。',
    points: [{ content: '建议增加服务业内容。' }, { content: '建议明确责任单位。' }],
  },
  answer: receivedOpinionView.extend({ parts: z.array(z.string()) }),
  status: 201,
  async perform(act, { points, ...letter }) {
    assertReceived(act, letter.receivedAt);
    if (letter.proposer.unitId != null) await findUnit(act.tx, letter.proposer.unitId);
    const [opinion] = await registerOpinions(act, [letter]);
    const parts = points.length < 2 ? [] : await splitInto(act, opinion, points);
    const { id, number, late } = opinion;
    return { id, number, late, parts: parts.map((part) => part.number) };
  },
});
