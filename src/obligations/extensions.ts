import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import {
  type CalendarDate,
  CalendarShelf,
  dateOf,
  formatDate,
  formatDeadline,
  isLate,
  wordDeadline,
  type WorkingCalendar,
} from '../calendar/index.js';
import { type Act } from '../engine/index.js';
import { sha256 } from '../platform/index.js';
import { obligationWorkflow } from '../../workflows/index.js';
import { changeDeadline, deadlineOn, type NewDeadline } from './change-deadline.js';
import { ExtensionRequest } from './extension-request.entity.js';
import { type Obligation } from './obligation.entity.js';
import { ObligationMails } from './obligation-mails.js';
import { isOutstanding, isSettled } from './obligation-states.js';
import { AlreadySettled, DeadlineAlreadyPast, NotAnExtension } from './obligations.errors.js';
import { findObligation, type StandingObligation } from './obligations.repository.js';

export interface Extension {
  until: CalendarDate;
  reason: string;
  /** A post, not a person. */
  approver: string;
}

/** Moves one obligation's deadline to a later day and tells the unit; inside the act of whoever grants it. */
@Injectable()
export class Extensions {
  constructor(
    private readonly shelf: CalendarShelf,
    private readonly mails: ObligationMails,
  ) {}

  async grant(act: Act, obligationId: string, { until, reason, approver }: Extension): Promise<void> {
    const obligation = await findObligation(act.tx, act.compilationId, obligationId);
    const deadline = this.assertPossible(act, obligation, until, await this.shelf.load(act.tx));
    const order = { cause: 'extension' as const, reason, approver };
    const extended = await changeDeadline(act, obligation, deadline, order);
    await act.tx.update(
      ExtensionRequest,
      { obligationId, answer: IsNull() },
      { answer: 'granted', answeredAt: act.now, revision: () => 'revision + 1' },
    );
    await this.tell(act, obligation, extended);
    const { deadlineRevision } = extended;
    act.note({ obligationId, until, reasonDigest: sha256(reason), approver, deadlineRevision });
  }

  /** The deadline that the day amounts to. @throws AlreadySettled, NotAnExtension, DeadlineAlreadyPast */
  assertPossible(
    act: Act,
    { state, nominal, effectiveAt }: StandingObligation,
    until: CalendarDate,
    calendar: WorkingCalendar,
  ): NewDeadline {
    if (isSettled(state)) throw new AlreadySettled(obligationWorkflow.stateTitles[state]);
    const asked = deadlineOn(until, calendar);
    if (asked.effectiveAt <= effectiveAt) {
      throw new NotAnExtension(formatDeadline({ nominal, effective: effectiveAt }, 'anyone'));
    }
    // What was handed in may be excused afterwards; what is still owed cannot be due yesterday.
    if (isOutstanding(state) && isLate(act.now, asked.effectiveAt)) {
      throw new DeadlineAlreadyPast(
        formatDeadline({ nominal: asked.nominal, effective: asked.effectiveAt }, 'anyone'),
      );
    }
    return asked;
  }

  private async tell(act: Act, before: Obligation, extended: Obligation): Promise<void> {
    const previous = { nominal: before.nominal, effective: before.effectiveAt };
    const calendar = await this.shelf.load(act.tx);
    const extension = {
      previousEffectiveText: wordDeadline(previous, act.now, calendar).effectiveText,
      reason: extended.extensionReason ?? '',
      approvedBy: extended.extensionApprover ?? '',
      approvedOnText: formatDate(dateOf(act.now)),
    };
    const mail = { template: 'extension' as const, actionLabel: '继续填写并报送', view: { extension } };
    await this.mails.post(act, extended, { ...mail, entry: 'current', onlyWhileOwed: true });
  }
}
