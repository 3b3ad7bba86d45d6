import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { CalendarShelf, nextWorkingInstant, wordDeadline } from '../calendar/index.js';
import { findCompilation } from '../compilation/index.js';
import { findObligation, isOutstanding, ObligationMails } from '../obligations/index.js';
import { type Mail, type MailCheck, type MailVerdict } from '../outbox/index.js';
import { Clock } from '../platform/index.js';
import { workingHours } from './occurrences.js';
import { RegisterEntry } from './register-entry.entity.js';

export const reminderCheckName = 'reminder';

/**
 * Looks once more before a reminder leaves. Between sweep and sending a unit may have handed in, its deadline may
 * have moved, and the day may have ended.
 */
@Injectable()
export class ReminderCheck implements MailCheck {
  readonly name = reminderCheckName;

  constructor(
    private readonly clock: Clock,
    private readonly shelf: CalendarShelf,
    private readonly mails: ObligationMails,
  ) {}

  async verdict(reader: EntityManager, mail: Mail): Promise<MailVerdict> {
    const entry = await reader.findOneByOrFail(RegisterEntry, { mailId: mail.id });
    const obligation = await findObligation(reader, mail.compilationId, entry.obligationId);
    if (!isOutstanding(obligation.state)) return { due: false, reason: '该任务已报送或者已办结，不再提醒' };
    if (mail.template !== 'notice' && entry.deadlineRevision !== obligation.deadlineRevision) {
      return { due: false, reason: '期限已调整，按新的期限提醒' };
    }
    const now = this.clock.now();
    const calendar = await this.shelf.load(reader);
    const { suspendedAt } = await findCompilation(reader, mail.compilationId);
    const soonest = nextWorkingInstant(now, calendar, workingHours);
    // Suspension holds what waits; a mail that was in a worker's hands at that moment waits here.
    if (suspendedAt !== null)
      return { due: false, notBefore: Math.max(soonest, now + retryAfterSuspensionMs) };
    if (soonest > now) return { due: false, notBefore: soonest };
    const { nominal, effectiveAt: effective } = obligation;
    const deadline = { ...wordDeadline({ nominal, effective }, now, calendar) };
    const view = { ...mail.view, deadline };
    if (mail.event === null) return { due: true, view };
    const attendee = { name: mail.recipientName, email: mail.address };
    return { due: true, view, event: await this.mails.currentEntry(reader, obligation, attendee, now) };
  }
}

const retryAfterSuspensionMs = 3_600_000;
