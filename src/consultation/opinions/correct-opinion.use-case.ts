import { z } from 'zod';
import { type Act, correctionReason, defineAct, RecordInUse, WorkflowInstance } from '../../engine/index.js';
import { exampleId, idSchema, InvalidInput, named, saveRevision, secretariat } from '../../platform/index.js';
import { pointSchema } from './opinion.dto.js';
import { Opinion } from './opinion.entity.js';
import { type Channel } from './opinion-kinds.js';
import { findOpinion } from './opinions.repository.js';
import { splitInto } from './split-opinion.use-case.js';

/** What the public or a unit wrote itself is nobody else's to reword. */
const theirOwnWords: readonly Channel[] = ['网上', '书面复函'];

/**
 * Rewords an opinion that the secretariat entered from paper or by ear, until it is disposed of. What was entered first
 * stays on the register, settled by the corrected entry, so that nothing of the register is ever written over.
 */
export const correctOpinion = defineAct({
  name: 'opinion.corrected',
  title: '更正代为登记的意见',
  summary: '更正一条代为登记、尚未办理的意见；原登记保留，由更正件办结',
  may: secretariat,
  path: 'opinions/:opinionId/correct',
  input: pointSchema.extend({
    opinionId: idSchema,
    revision: z.int(),
    reason: named('理由', correctionReason),
  }),
  example: { opinionId: exampleId, content: '建议增加服务业内容。', revision: 1, reason: '誊录有误' },
  answer: z.object({ number: z.string() }),
  async perform(act, { opinionId, revision, reason, ...point }) {
    const opinion = await findOpinion(act.tx, act.compilationId, opinionId);
    await assertCorrectable(act, opinion);
    await saveRevision(act.tx, Opinion, { id: opinionId, revision }, {}, '该意见');
    const { clauseId, clauseLabel, quotation } = opinion;
    const anchored = point.clauseId === undefined && point.clauseLabel === undefined;
    const place = anchored ? { clauseId, clauseLabel, quotation } : {};
    const [corrected] = await splitInto(act, opinion, [{ ...point, ...place }]);
    act.note({ number: opinion.number, correctedBy: corrected.number, reason });
    return { number: corrected.number };
  },
});

async function assertCorrectable({ tx }: Act, { id, number, channel }: Opinion): Promise<void> {
  if (theirOwnWords.includes(channel)) {
    throw new InvalidInput(
      `意见${number}由提出人自己提交，不能代为改写；含有几点的，可以拆分。`,
      'own-words',
    );
  }
  const { state } = await tx.findOneByOrFail(WorkflowInstance, { id });
  if (!['received', 'assigned'].includes(state)) {
    throw new RecordInUse(`意见${number}`, '已经办理', '请先退回或者重新办理，再更正');
  }
}
