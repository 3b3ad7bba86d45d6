import { z } from 'zod';
import { defineAct } from '../../engine/index.js';
import { exampleId, secretariat } from '../../platform/index.js';
import { findOpinion, findOpinionsOf } from '../opinions/opinions.repository.js';
import { decisionShape, opinionIds } from './disposition.dto.js';
import { dispose } from './dispose.js';

/** 处理意见: 采纳, 部分采纳, 不采纳, 已有体现 or 留作研究, with a reason unless 采纳 and the clause that was changed. */
export const disposeOpinion = defineAct({
  name: 'opinion.disposed',
  title: '办理意见',
  summary: '办理一条意见：采纳、部分采纳、不采纳、已有体现、留作研究；他人已办的不覆盖',
  may: secretariat,
  path: 'opinions/dispose',
  input: z.object({ opinionId: z.string(), revision: z.int(), ...decisionShape }),
  example: {
    opinionId: exampleId,
    revision: 2,
    disposition: '不采纳',
    reason: '所提内容属于国家事权，不宜在本方案中规定。',
  },
  async perform(act, { opinionId, revision, ...decision }) {
    const opinion = await findOpinion(act.tx, act.compilationId, opinionId);
    await dispose(act, { ...opinion, revision }, decision);
    act.note({ number: opinion.number, disposition: decision.disposition });
  },
});

/** The same decision for like opinions: all of them or none. */
export const disposeOpinions = defineAct({
  name: 'opinions.disposed',
  title: '批量办理意见',
  summary: '以同一处理意见办理多条相同意见；全部办成或者全部不办',
  may: secretariat,
  path: 'opinions/dispose-many',
  input: z.object({ opinionIds, ...decisionShape }),
  example: { opinionIds: [exampleId], disposition: '留作研究', reason: '拟在行动计划中进一步研究。' },
  answer: z.object({ disposed: z.int() }),
  async perform(act, { opinionIds: ids, ...decision }) {
    const opinions = await findOpinionsOf(act.tx, act.compilationId, ids);
    for (const opinion of opinions) await dispose(act, opinion, decision);
    act.note({ opinions: opinions.length, disposition: decision.disposition });
    return { disposed: opinions.length };
  },
});
