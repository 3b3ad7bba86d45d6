import { z } from 'zod';
import { type Act, defineAct } from '../../engine/index.js';
import { findOwnObligation, handIn, type StandingObligation } from '../../obligations/index.js';
import {
  canonicalJson,
  exampleId,
  idSchema,
  InvalidInput,
  named,
  NotFound,
  saveRevision,
  secretariat,
  sha256,
} from '../../platform/index.js';
import { type Point, pointSchema } from '../opinions/opinion.dto.js';
import { registerOpinions } from '../opinions/register-opinions.js';
import { UnitReply } from './unit-reply.entity.js';

const replySchema = z.object({
  /** Said expressly, so that an empty form sent by mistake is not taken for agreement. */
  noOpinion: named('无意见', z.boolean().default(false)),
  opinions: named('逐条意见', z.array(pointSchema).max(500, { error: '一次最多提交500条意见' }).default([])),
});

/** A unit answers the written consultation: with opinions, or expressly with none. */
export const submitReply = defineAct({
  name: 'reply.submitted',
  title: '书面回函',
  summary: '单位回复书面征求意见：逐条意见，或者明示“无意见”',
  may: secretariat,
  path: 'obligations/:obligationId/reply',
  input: replySchema.extend({ obligationId: idSchema }),
  example: {
    obligationId: exampleId,
    opinions: [{ clauseLabel: '第三条', content: '建议明确牵头单位。' }],
  },
  answer: z.object({ numbers: z.array(z.string()) }),
  async perform(act, { obligationId, ...reply }) {
    assertAnswers(reply);
    const obligation = await findOwnObligation(act, obligationId);
    if (obligation.kind !== 'reply') throw new NotFound('征求意见回函', obligationId);
    const numbers = await register(act, obligation, reply.opinions);
    await storeReply(act, obligation, reply.opinions);
    await handIn(act, obligationId);
    return { numbers };
  },
});

function assertAnswers({ noOpinion, opinions }: z.infer<typeof replySchema>): void {
  if (noOpinion && opinions.length > 0) {
    throw new InvalidInput('既选择了“无意见”，又填写了意见；请只保留一种。', 'reply-contradicts');
  }
  if (!noOpinion && opinions.length === 0) {
    throw new InvalidInput('没有填写意见；没有意见的，请选择“无意见”后提交。', 'reply-empty');
  }
}

/** A reply handed in again adds what is new; what was said before stays on the register. */
async function register(act: Act, obligation: StandingObligation, points: Point[]): Promise<string[]> {
  if (points.length === 0) return [];
  const { id: obligationId, unitId } = obligation;
  const entries = points.map((point) => ({
    ...point,
    channel: '书面复函' as const,
    proposer: { category: '征求意见单位' as const, unitId },
    obligationId,
    submissionKey: `${obligationId}:${sha256(canonicalJson(point))}`,
  }));
  return (await registerOpinions(act, entries)).map((opinion) => opinion.number);
}

export async function storeReply(act: Act, obligation: StandingObligation, points: Point[]): Promise<void> {
  const { tx, compilationId, now } = act;
  const { id: obligationId, unitId } = obligation;
  const digest = sha256(canonicalJson(points.length === 0 ? '无意见' : points));
  const content = { opinions: points.length, digest, handedInAt: now };
  const earlier = await tx.findOneBy(UnitReply, { obligationId });
  if (earlier !== null) await saveRevision(tx, UnitReply, earlier, content, '该回函');
  else {
    const reply = { id: act.ids.next(), compilationId, obligationId, unitId, revision: 1 };
    await tx.insert(UnitReply, { ...reply, ...content });
  }
  act.note({ obligationId, opinions: points.length, digest });
}
