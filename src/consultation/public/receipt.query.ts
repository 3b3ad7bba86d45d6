import { Injectable } from '@nestjs/common';
import { type EntityManager, In, MoreThanOrEqual } from 'typeorm';
import { isLate } from '../../calendar/index.js';
import { Compilation } from '../../compilation/index.js';
import { WorkflowInstance } from '../../engine/index.js';
import { Database, type Instant } from '../../platform/index.js';
import { type Disposition } from '../../../workflows/index.js';
import { reasonsThatHold } from '../adoption/stayed-clauses.js';
import { ConsultationFeedback } from '../feedback/consultation-feedback.entity.js';
import { ConsultationNotice } from '../notice/consultation-notice.entity.js';
import { consultedTitle } from '../notice/draft-title.js';
import { Opinion } from '../opinions/opinion.entity.js';
import { HeldComment } from './held-comment.entity.js';
import { Receipts, tidyReceipt } from './receipts.js';
import { withoutContacts } from './without-contacts.js';

/** queued: waits for its turn; checked: a person looks at it; rejected: no opinion; registered: has a number. */
export type ReceiptState = 'queued' | 'checked' | 'rejected' | 'registered';

/** One point of what was sent; a letter with several points has several. */
export interface ReceiptPoint {
  number: string;
  content: string;
  /** Of the opinion's chart: received, assigned, disposed, reviewed. */
  state: string;
  /** Only once the feedback is published. */
  disposition: Disposition | null;
  reason: string | null;
  /** Of an adopted one whose clause was left as it was: why. */
  unchangedReason: string | null;
}

/** What the sender may see again: never a name, never a contact. */
export interface ReceiptView {
  receipt: string;
  state: ReceiptState;
  draftTitle: string;
  compilationId: string;
  clauseLabel: string | null;
  content: string;
  receivedAt: Instant;
  /** It came after the consultation closed, at this instant; null when it came in time. */
  lateAfter: Instant | null;
  /** It came after the feedback was published, which therefore does not speak of it. */
  afterFeedback: boolean;
  releaseAt: Instant | null;
  /** Why it was not taken for an opinion. */
  remark: string | null;
  number: string | null;
  points: ReceiptPoint[];
  published: boolean;
}

const numbered = /^(\d{4}-(\d{1,9}))-[0-9A-Z]+$/;

/** Finds what became of an opinion by its 回执编号. */
@Injectable()
export class ReceiptQuery {
  constructor(
    private readonly database: Database,
    private readonly receipts: Receipts,
  ) {}

  find(typed: string): Promise<ReceiptView | null> {
    const receipt = tidyReceipt(typed);
    return this.database.read(async (reader) => {
      const held = await reader.findOneBy(HeldComment, { receipt });
      if (held !== null) return this.ofHeld(reader, held);
      const opinion = await this.opinionOf(reader, receipt);
      return opinion === null ? null : this.ofOpinion(reader, receipt, opinion);
    });
  }

  /** Several compilations may have an opinion of this number; the look-up word is that of one of them. */
  private async opinionOf(reader: EntityManager, receipt: string): Promise<Opinion | null> {
    const [, number, sequence] = numbered.exec(receipt) ?? [];
    if (number === undefined) return null;
    const compilations = await reader.find(Compilation, { select: { id: true } });
    const compilationId = In(compilations.map(({ id }) => id));
    const where = { compilationId, sequence: Number(sequence), part: 0, number };
    const found = await reader.findBy(Opinion, where);
    return found.find((opinion) => this.receipts.ofOpinion(opinion) === receipt) ?? null;
  }

  private async ofHeld(reader: EntityManager, held: HeldComment): Promise<ReceiptView> {
    const { receipt, state, opinionId, compilationId } = held;
    if (state === 'registered') {
      const opinion = await reader.findOneByOrFail(Opinion, { id: opinionId ?? '' });
      return this.ofOpinion(reader, receipt, opinion);
    }
    const { clauseLabel, content, receivedAt, releaseAt, remark } = held;
    return {
      receipt,
      state: state === 'waiting' ? 'queued' : state === 'junk' ? 'rejected' : 'checked',
      draftTitle: await consultedTitle(reader, compilationId),
      compilationId,
      clauseLabel,
      content: withoutContacts(content),
      receivedAt,
      lateAfter: await closedBefore(reader, held.noticeId, receivedAt),
      afterFeedback: false,
      releaseAt,
      remark: state === 'junk' ? remark : null,
      number: null,
      points: [],
      published: false,
    };
  }

  private async ofOpinion(reader: EntityManager, receipt: string, opinion: Opinion): Promise<ReceiptView> {
    const { compilationId, round, clauseLabel, content, receivedAt, late, number } = opinion;
    const answering = { compilationId, round: MoreThanOrEqual(round) };
    const [feedback = null] = await reader.find(ConsultationFeedback, {
      where: answering,
      order: { id: 'ASC' },
      take: 1,
    });
    const published = feedback !== null;
    return {
      receipt,
      state: 'registered',
      draftTitle: await consultedTitle(reader, compilationId),
      compilationId,
      clauseLabel,
      content: withoutContacts(content),
      receivedAt,
      lateAfter: late ? await closingOf(reader, compilationId, round) : null,
      afterFeedback: feedback !== null && feedback.publishedAt < opinion.registeredAt,
      releaseAt: null,
      remark: null,
      number,
      points: await pointsOf(reader, opinion, published),
      published,
    };
  }
}

/** When the consultation closed, if that was before what was sent. */
async function closedBefore(reader: EntityManager, noticeId: string, at: Instant): Promise<Instant | null> {
  const notice = await reader.findOneBy(ConsultationNotice, { id: noticeId });
  const closesAt = notice?.closesAt ?? null;
  return closesAt !== null && isLate(at, closesAt) ? closesAt : null;
}

async function closingOf(
  reader: EntityManager,
  compilationId: string,
  round: number,
): Promise<Instant | null> {
  const notice = await reader.findOneBy(ConsultationNotice, { compilationId, round });
  return notice?.closesAt ?? null;
}

async function pointsOf(
  reader: EntityManager,
  opinion: Opinion,
  published: boolean,
): Promise<ReceiptPoint[]> {
  const { compilationId, sequence } = opinion;
  const rows = await reader.find(Opinion, { where: { compilationId, sequence }, order: { part: 'ASC' } });
  const instances = await reader.findBy(WorkflowInstance, { id: In(rows.map(({ id }) => id)) });
  const reasons = await reasonsThatHold(reader, compilationId, rows);
  return rows.flatMap((row) => {
    const state = instances.find(({ id }) => id === row.id)?.state ?? 'received';
    if (state === 'divided') return [];
    const unchanged = reasons.get(row);
    const told = published && state === 'reviewed';
    return [
      {
        number: row.number,
        content: withoutContacts(row.content),
        state,
        disposition: told ? row.disposition : null,
        unchangedReason: told && unchanged !== undefined ? withoutContacts(unchanged) : null,
        reason: told && row.reason !== null ? withoutContacts(row.reason) : null,
      },
    ];
  });
}
