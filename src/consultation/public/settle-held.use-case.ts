import { z } from 'zod';
import { type EntityManager } from 'typeorm';
import { type Act, defineAct } from '../../engine/index.js';
import {
  exampleId,
  formatActor,
  idSchema,
  lineInput,
  named,
  NotFound,
  parseInput,
  Refusal,
  saveRevision,
  secretariat,
  sha256,
} from '../../platform/index.js';
import { latestPublishedNotice } from '../notice/notice.repository.js';
import { receivedOpinionView, receiveOpinionSchema } from '../opinions/opinion.dto.js';
import { takeOpinion } from '../opinions/receive-opinion.use-case.js';
import { opinionInput } from './comment-input.js';
import { HeldComment } from './held-comment.entity.js';

class HeldSettled extends Refusal {
  constructor() {
    super('held-settled', '这件暂存意见已经登记，不能再次处理；请刷新页面查看。', 409);
  }
}

/**
 * Lets a held comment into the register, as of the moment it was sent: by the secretariat, or by the house itself when
 * its turn in the queue has come.
 */
export const admitHeld = defineAct({
  name: 'comment.admitted',
  title: '放行暂存意见',
  summary: '将一件暂存的网上意见登记入册，收到时间按提交时间计',
  may: secretariat,
  path: 'held-comments/:heldId/admit',
  input: z.object({ heldId: idSchema }),
  example: { heldId: exampleId },
  answer: receivedOpinionView,
  async perform(act, { heldId }) {
    const { tx, compilationId } = act;
    const held = await findHeld(tx, compilationId, heldId);
    const latest = await latestPublishedNotice(tx, compilationId);
    // A later round consults on another text: there the clause is found by its number, if at all.
    const same = latest?.draftVersionId === held.draftVersionId;
    const anchor = same ? { clauseId: held.clauseId } : { clauseLabel: held.clauseLabel };
    const { receivedAt, submissionKey } = held;
    const input = { ...opinionInput(held), ...anchor, receivedAt, submissionKey };
    const opinion = await takeOpinion(act, parseInput(receiveOpinionSchema, input));
    const moved = { personName: null, personContact: null, opinionId: opinion.id, remark: null };
    await settle(act, held, { ...moved, state: 'registered' });
    return opinion;
  },
});

/** Not an opinion at all: it stays listed, with who said so and why. */
export const rejectHeld = defineAct({
  name: 'comment.rejected',
  title: '标为非意见',
  summary: '将一件暂存的网上提交标为非意见；内容和事由留存，仍可放行',
  may: secretariat,
  path: 'held-comments/:heldId/reject',
  input: z.object({ heldId: idSchema, why: named('事由', lineInput(500)) }),
  example: { heldId: exampleId, why: '广告，与征求意见稿无关。' },
  async perform(act, { heldId, why }) {
    const held = await findHeld(act.tx, act.compilationId, heldId);
    await settle(act, held, { state: 'junk', remark: why });
    act.note({ held: { id: heldId, digest: sha256(held.content), reasonDigest: sha256(why) } });
  },
});

async function settle({ tx, actor, now }: Act, held: HeldComment, change: Partial<HeldComment>) {
  const decision = { releaseAt: null, decidedBy: formatActor(actor), decidedAt: now };
  await saveRevision(tx, HeldComment, held, { ...change, ...decision }, '该暂存意见');
}

async function findHeld(tx: EntityManager, compilationId: string, id: string): Promise<HeldComment> {
  const held = await tx.findOneBy(HeldComment, { id, compilationId });
  if (held === null) throw new NotFound('暂存意见', id);
  if (held.state === 'registered') throw new HeldSettled();
  return held;
}
