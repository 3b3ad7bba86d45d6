import { Injectable } from '@nestjs/common';
import {
  type CommentFields,
  CommentTickets,
  proofBits,
  publicCategories,
  type PublicClause,
  PublicDraftQuery,
  type PublicNotice,
  PublicNoticesQuery,
} from '../../consultation/index.js';
import { Clock, type Refusal } from '../../platform/index.js';
import { show } from '../../web/index.js';
import { noticePath, noticeWords } from './notice-words.js';
import { commentPath } from './notices-page.js';

/** What was typed, to be shown again when it was refused. */
export type Typed = Omit<CommentFields, 'trap' | 'proof'>;

const nothingTyped: Typed = {
  ticket: '',
  clauseId: '',
  category: publicCategories[0],
  name: '',
  contact: '',
  consent: false,
  content: '',
};

/** The form for one clause, or for the whole draft. */
@Injectable()
export class CommentPage {
  constructor(
    private readonly notices: PublicNoticesQuery,
    private readonly drafts: PublicDraftQuery,
    private readonly tickets: CommentTickets,
    private readonly clock: Clock,
  ) {}

  async fresh(noticeId: string, clauseId: string) {
    const notice = await this.notices.one(noticeId);
    const words = noticeWords(notice, this.clock.now());
    if (!words.open || words.newer !== null)
      return show('public/comment-closed', words, { title: '征求意见已经结束', layout: 'public' });
    const clause = await this.clauseOf(notice, clauseId);
    return this.form(notice, clause, { ...nothingTyped, ticket: this.ticketFor(notice, clause) }, null);
  }

  /** The same form with everything typed and the sentence that says why it was not taken. */
  async again(noticeId: string, typed: Typed, refusal: Refusal) {
    const notice = await this.notices.one(noticeId);
    const clause = await this.clauseOf(notice, typed.clauseId);
    const ticket = refusal.code === 'ticket-void' ? this.ticketFor(notice, clause) : typed.ticket;
    return this.form(notice, clause, { ...typed, ticket }, refusal);
  }

  private form(notice: PublicNotice, clause: PublicClause | null, typed: Typed, refusal: Refusal | null) {
    const view = {
      ...noticeWords(notice, this.clock.now()),
      clause: clause && {
        clauseId: clause.clauseId,
        label: clause.label,
        heading: clause.heading,
        passages: clause.passages,
        back: `${noticePath(notice.id)}#c-${clause.clauseId}`,
      },
      all: commentPath(notice.id, null),
      action: commentPath(notice.id, null),
      categories: publicCategories.map((value) => ({ value, chosen: value === typed.category })),
      typed,
      bits: proofBits,
      refused: refusal?.userMessage ?? null,
      office: notice.contact.office,
      address: notice.contact.address,
    };
    const about = clause === null ? '全文' : clause.label;
    const status = refusal?.status;
    return show('public/comment', view, { title: `对${about}提意见`, layout: 'public', status });
  }

  private ticketFor({ id: noticeId, draftVersionId }: PublicNotice, clause: PublicClause | null): string {
    return this.tickets.issue({ noticeId, draftVersionId, clauseId: clause?.clauseId ?? null });
  }

  private async clauseOf({ draftVersionId }: PublicNotice, clauseId: string): Promise<PublicClause | null> {
    if (clauseId === '' || draftVersionId === null) return null;
    const { clauses } = await this.drafts.of(draftVersionId);
    return clauses.find((clause) => clause.clauseId === clauseId) ?? null;
  }
}
