import { Injectable } from '@nestjs/common';
import { type Act, Acts } from '../../engine/index.js';
import { Outbox } from '../../outbox/index.js';
import { type Actor, type Instant, sha256 } from '../../platform/index.js';
import { type ConsultationNotice } from '../notice/consultation-notice.entity.js';
import { type Comment } from './comment-input.js';
import { HeldComment, type HoldReason } from './held-comment.entity.js';
import { Receipts } from './receipts.js';
import { receiptBySubmission } from './receipt-by-submission.js';

export const releaseKind = 'held-comment';

/** Longer than a program likes to wait for its answer, short for a person. */
const waitMs = 120_000;
/** One after the other, so that a flood that was held back does not come in at once. */
const apartMs = 1000;

/** A comment that passed every check of its form. */
export interface SentComment {
  notice: ConsultationNotice;
  clause: { clauseId: string | null; clauseLabel: string | null };
  comment: Comment;
  submissionKey: string;
}

/** The slower queue. The ledger keeps the digest of what goes in, so that nothing can vanish from it. */
@Injectable()
export class HeldQueue {
  constructor(
    private readonly acts: Acts,
    private readonly outbox: Outbox,
    private readonly receipts: Receipts,
  ) {}

  /** @returns the receipt's number */
  hold(actor: Actor, sent: SentComment, reason: HoldReason): Promise<string> {
    const { compilationId } = sent.notice;
    return this.acts.perform({ compilationId, actor, type: 'comment.held' }, async (act) => {
      // Two sendings of one ticket at the same moment: the second finds what the first one left.
      const twin = await receiptBySubmission(act.tx, this.receipts, compilationId, sent.submissionKey);
      if (twin !== null) return twin;
      const row = await this.store(act, sent, reason);
      act.note({ held: { id: row.id, reason, digest: sha256(row.content) } });
      return row.receipt;
    });
  }

  private async store(act: Act, sent: SentComment, reason: HoldReason): Promise<HeldComment> {
    const { notice, comment, clause, submissionKey } = sent;
    const releaseAt = reason === 'trap' ? null : await nextRelease(act, notice.id);
    const row: HeldComment = {
      id: act.ids.next(),
      compilationId: act.compilationId,
      noticeId: notice.id,
      receipt: this.receipts.ofHeld(),
      submissionKey,
      reason,
      state: releaseAt === null ? 'suspect' : 'waiting',
      ...comment,
      draftVersionId: notice.draftVersionId,
      ...clause,
      receivedAt: act.now,
      releaseAt,
      opinionId: null,
      remark: null,
      decidedBy: null,
      decidedAt: null,
      revision: 1,
    };
    await act.tx.insert(HeldComment, row);
    if (releaseAt === null) return row;
    // Of no compilation: neither suspending nor ending one may keep what people sent from being settled.
    const job = { compilationId: null, kind: releaseKind, uniqueKey: `${releaseKind}:${row.id}` };
    await this.outbox.enqueue(act.tx, [{ ...job, payload: { heldId: row.id }, dueAt: releaseAt }]);
    return row;
  }
}

async function nextRelease({ tx, now }: Act, noticeId: string): Promise<Instant> {
  const where = { noticeId, state: 'waiting' as const };
  const [last] = await tx.find(HeldComment, { where, order: { releaseAt: 'DESC' }, take: 1 });
  return Math.max(now + waitMs, (last?.releaseAt ?? 0) + apartMs);
}
