import { timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { IdSource, type Instant, Refusal, ServerKey, WallClock } from '../../platform/index.js';

/** What a form was opened for; its ticket is good for nothing else. */
export interface TicketSubject {
  noticeId: string;
  draftVersionId: string | null;
  clauseId: string | null;
}

export interface ReadTicket {
  issuedAt: Instant;
  /** The same for every sending of one form. */
  submissionKey: string;
  /** Whether it is too old to begin anything with. */
  expired: boolean;
}

export class TicketVoid extends Refusal {
  constructor() {
    super(
      'ticket-void',
      '这张表单已经过期，或者不是从本页打开的，意见还没有提交。您填写的内容都还在下面，请核对后再提交一次。',
      409,
    );
  }
}

const lifetimeMs = 24 * 3_600_000;
const nonceBytes = 12;
const shape = /^([0-9a-z]{1,12})\.([A-Za-z0-9_-]{16})\.([A-Za-z0-9_-]{43})$/;

/** Tickets of the public form: signed, bound to notice, version and clause, good for one opinion. */
@Injectable()
export class CommentTickets {
  constructor(
    private readonly key: ServerKey,
    private readonly ids: IdSource,
    private readonly clock: WallClock,
  ) {}

  issue(subject: TicketSubject): string {
    const issuedAt = this.clock.now().toString(36);
    const nonce = this.ids.bytes(nonceBytes).toString('base64url');
    return `${issuedAt}.${nonce}.${this.sign(issuedAt, nonce, subject)}`;
  }

  /** @throws TicketVoid for what this house did not issue for this very form */
  read(ticket: string, subject: TicketSubject): ReadTicket {
    const [, issued = '', nonce = '', signature = ''] = shape.exec(ticket) ?? [];
    const expected = this.sign(issued, nonce, subject);
    if (signature.length !== expected.length) throw new TicketVoid();
    if (!timingSafeEqual(Buffer.from(signature), Buffer.from(expected))) throw new TicketVoid();
    const issuedAt = parseInt(issued, 36);
    const age = this.clock.now() - issuedAt;
    return { issuedAt, submissionKey: `web:${nonce}`, expired: age < 0 || age > lifetimeMs };
  }

  private sign(issuedAt: string, nonce: string, subject: TicketSubject): string {
    const { noticeId, draftVersionId, clauseId } = subject;
    return this.key.derive('comment-ticket', issuedAt, nonce, noticeId, draftVersionId ?? '', clauseId ?? '');
  }
}
