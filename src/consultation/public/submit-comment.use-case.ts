import { Injectable } from '@nestjs/common';
import { Clause } from '../../drafts/index.js';
import { ActRunner, positionOf } from '../../engine/index.js';
import { type Actor, Database, NotFound, Refusal, WallClock } from '../../platform/index.js';
import { ConsultationNotice } from '../notice/consultation-notice.entity.js';
import { latestPublishedNotice } from '../notice/notice.repository.js';
import { receiveOpinion } from '../opinions/receive-opinion.use-case.js';
import { RegisterClosed } from '../opinions/register-opinions.js';
import { type CommentFields, opinionInput, readComment } from './comment-input.js';
import { CommentTickets, type ReadTicket, TicketVoid } from './comment-ticket.js';
import { type HoldReason } from './held-comment.entity.js';
import { HeldQueue, type SentComment } from './held-queue.js';
import { isProof } from './proof-of-work.js';
import { receiptBySubmission } from './receipt-by-submission.js';
import { Receipts } from './receipts.js';

/** Nobody reads a clause and writes a sentence sooner. */
const shortestWritingMs = 3000;

const thePublic: Actor = { kind: 'public', id: 'anyone' };

export class RoundOver extends Refusal {
  constructor() {
    super(
      'round-over',
      '这次征求意见已经结束，另有新一轮征求意见。请从公告列表打开新的公告再提交；您填写的内容还在下面，可以复制过去。',
      409,
    );
  }
}

/** Asked once, when something new is about to be taken; it may refuse altogether. */
export type Pressure = () => Promise<'free' | 'busy'>;

/** Takes what the public form sends: registers it at once, or keeps it for the slower queue. One ticket, one opinion. */
@Injectable()
export class SubmitCommentUseCase {
  constructor(
    private readonly database: Database,
    private readonly clock: WallClock,
    private readonly runner: ActRunner,
    private readonly tickets: CommentTickets,
    private readonly receipts: Receipts,
    private readonly queue: HeldQueue,
  ) {}

  /** @returns the receipt's number */
  async execute(noticeId: string, fields: CommentFields, pressure: Pressure): Promise<string> {
    const { notice, clause } = await this.subjectOf(noticeId, fields.clauseId);
    const { draftVersionId, compilationId } = notice;
    const ticket = this.tickets.read(fields.ticket, { noticeId, draftVersionId, clauseId: clause.clauseId });
    const { submissionKey } = ticket;
    const known = await this.database.read((reader) =>
      receiptBySubmission(reader, this.receipts, compilationId, submissionKey),
    );
    if (known !== null) return known;
    if (ticket.expired) throw new TicketVoid();
    const comment = readComment(fields);
    await this.assertTaken(notice);
    const sent = { notice, clause, comment, submissionKey };
    const reason = this.reasonToHold(fields, ticket, await pressure());
    return reason === null ? this.register(sent) : this.queue.hold(thePublic, sent, reason);
  }

  private subjectOf(noticeId: string, clauseId: string): Promise<Pick<SentComment, 'notice' | 'clause'>> {
    return this.database.read(async (reader) => {
      const notice = await reader.findOneBy(ConsultationNotice, { id: noticeId });
      if (notice?.publishedAt == null) throw new NotFound('公告', noticeId);
      if (clauseId === '') return { notice, clause: { clauseId: null, clauseLabel: null } };
      const draftVersionId = notice.draftVersionId ?? '';
      const clause = await reader.findOneBy(Clause, { draftVersionId, clauseId });
      if (clause === null) throw new TicketVoid();
      return { notice, clause: { clauseId, clauseLabel: clause.label } };
    });
  }

  private assertTaken({ id, compilationId }: ConsultationNotice): Promise<void> {
    return this.database.read(async (reader) => {
      if ((await positionOf(reader, compilationId)).is('ended')) throw new RegisterClosed();
      const latest = await latestPublishedNotice(reader, compilationId);
      if (latest?.id !== id) throw new RoundOver();
    });
  }

  private reasonToHold(
    { trap, ticket, proof }: CommentFields,
    { issuedAt }: ReadTicket,
    pressure: 'free' | 'busy',
  ): HoldReason | null {
    if (trap !== '') return 'trap';
    if (this.clock.now() - issuedAt < shortestWritingMs) return 'tooFast';
    if (pressure === 'busy') return 'busy';
    return isProof(ticket, proof) ? null : 'noProof';
  }

  private async register({ notice, clause, comment, submissionKey }: SentComment): Promise<string> {
    const { clauseId } = clause;
    const input = { ...opinionInput(comment), clauseId, submissionKey };
    const who = { compilationId: notice.compilationId, actor: thePublic };
    return this.receipts.ofOpinion(await this.runner.perform(receiveOpinion, who, input));
  }
}
