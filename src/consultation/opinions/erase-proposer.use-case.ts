import { z } from 'zod';
import { defineAct } from '../../engine/index.js';
import { exampleId, idSchema, secretariat } from '../../platform/index.js';
import { Opinion } from './opinion.entity.js';
import { findOpinion } from './opinions.repository.js';

/** Erases a person's name and contact on request (《个人信息保护法》第四十七条); what was said stays on the register. */
export const eraseProposer = defineAct({
  name: 'proposer.erased',
  title: '删除提出人信息',
  summary: '应本人要求删除意见提出人的姓名和联系方式；意见内容保留',
  afterEnd: 'always',
  may: secretariat,
  path: 'opinions/:opinionId/erase-proposer',
  input: z.object({ opinionId: idSchema }),
  example: { opinionId: exampleId },
  async perform(act, { opinionId }) {
    const { tx, compilationId } = act;
    const { sequence, number } = await findOpinion(tx, compilationId, opinionId);
    const erased = { personName: null, personContact: null, erasedAt: act.now };
    // A letter and its parts hold the same person's data.
    await tx.update(Opinion, { compilationId, sequence }, erased);
    act.note({ number });
  },
});
