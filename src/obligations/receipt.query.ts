import { Injectable } from '@nestjs/common';
import { CalendarShelf, dateOf, formatDeadline, wordTimeLeft, yearOf } from '../calendar/index.js';
import { Database, type Instant } from '../platform/index.js';
import { findObligation } from './obligations.repository.js';
import { ObligationStoryQuery } from './obligation-story.query.js';
import { type ReceiptContent, SubmissionKinds } from './submission-kinds.js';

/** 回执: what was handed in and when, to be printed. */
export interface Receipt extends ReceiptContent {
  /** 2021-0131: year and position in the ledger, as in the mailed receipt. */
  number: string;
  handedInAt: Instant;
  deadlineText: string;
  /** 逾期2个工作日报送, or null when it came in time. */
  lateText: string | null;
}

@Injectable()
export class ReceiptQuery {
  constructor(
    private readonly database: Database,
    private readonly stories: ObligationStoryQuery,
    private readonly kinds: SubmissionKinds,
    private readonly shelf: CalendarShelf,
  ) {}

  /** Null while nothing is handed in, or when it was taken back or returned. */
  async receipt(compilationId: string, obligationId: string): Promise<Receipt | null> {
    const { acts } = await this.stories.story(compilationId, obligationId);
    const handedIn = acts.findLast((act) => act.state === 'submitted');
    return this.database.read(async (reader) => {
      const obligation = await findObligation(reader, compilationId, obligationId);
      const { state, nominal, effectiveAt: effective, handedInAt, handedInLate } = obligation;
      const standing = state === 'submitted' || state === 'accepted';
      if (!standing || handedIn === undefined || handedInAt === null) return null;
      const content = await this.kinds.of(obligation.kind).receipt(reader, obligation);
      const late = wordTimeLeft(handedInAt, effective, await this.shelf.load(reader));
      return {
        ...content,
        number: `${yearOf(dateOf(handedInAt))}-${String(handedIn.seq).padStart(4, '0')}`,
        handedInAt,
        deadlineText: formatDeadline({ nominal, effective }, 'anyone'),
        lateText: handedInLate ? `${late.replace(/^已/, '')}报送` : null,
      };
    });
  }
}
