import { strict as assert } from 'node:assert';
import { findCompilation } from '../../compilation/index.js';
import { type SubmissionKind } from '../../obligations/index.js';
import { UnitReply } from './unit-reply.entity.js';

/** What the obligations room asks about a reply. */
export const replyKind: SubmissionKind = {
  kind: 'reply',
  async check(tx, { id: obligationId }) {
    const answered = await tx.existsBy(UnitReply, { obligationId });
    return { missing: answered ? [] : ['对征求意见稿的意见，或者“无意见”'], warnings: [] };
  },
  async receipt(tx, { id: obligationId, compilationId }) {
    const reply = await tx.findOneBy(UnitReply, { obligationId });
    assert.ok(reply !== null, 'a receipt is for what was handed in');
    const { shortTitle } = await findCompilation(tx, compilationId);
    const said = reply.opinions === 0 ? '无意见' : `${reply.opinions}条`;
    return { title: `${shortTitle}征求意见回函`, digest: reply.digest, lines: [`意见：${said}`] };
  },
};
