import { findUnit } from '../../directory/index.js';
import { type Act, defineAct } from '../../engine/index.js';
import { InvalidInput, type Instant, secretariat } from '../../platform/index.js';
import { type ReceiveOpinion, receivedOpinionView, receiveOpinionSchema } from './opinion.dto.js';
import { registerOpinions } from './register-opinions.js';

export interface ReceivedOpinion {
  id: string;
  /** 意见编号, by which the proposer finds later what became of it. */
  number: string;
  late: boolean;
}

/** Takes one opinion from the public page, the API or the secretariat's entry of a call, a meeting or a letter. */
export const receiveOpinion = defineAct({
  name: 'opinion.received',
  title: '收到意见',
  summary: '登记一条意见；同一 submissionKey 只登记一次',
  may: secretariat,
  path: 'opinions',
  input: receiveOpinionSchema,
  example: {
    channel: '网上',
    proposer: { category: '社会公众' },
    content: '建议增加中小企业质量技术服务的内容。',
  },
  answer: receivedOpinionView,
  status: 201,
  keyField: 'submissionKey',
  perform: takeOpinion,
});

export async function takeOpinion(act: Act, opinion: ReceiveOpinion): Promise<ReceivedOpinion> {
  assertReceived(act, opinion.receivedAt);
  if (opinion.proposer.unitId != null) await findUnit(act.tx, opinion.proposer.unitId);
  const [{ id, number, late }] = await registerOpinions(act, [opinion]);
  return { id, number, late };
}

/**
 * Only the secretariat says when something came in: it has the postmark; and the house itself, of what it held back.
 * Everybody else's comes in now.
 */
export function assertReceived({ actor, now }: Act, receivedAt: Instant | null | undefined): void {
  if (receivedAt == null) return;
  if (actor.kind !== 'secretariat' && actor.kind !== 'system') {
    throw new InvalidInput('收到时间由系统登记，不能自行填写；请去掉收到时间后再提交。', 'received-at');
  }
  if (receivedAt > now) throw new InvalidInput('收到时间晚于现在；请核对收到时间。', 'received-at');
}
