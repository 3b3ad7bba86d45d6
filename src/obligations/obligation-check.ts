import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { findCompilation } from '../compilation/index.js';
import { Mail, type MailCheck, MailChecks, type MailVerdict } from '../outbox/index.js';
import { Clock } from '../platform/index.js';
import { obligationCheckName, ObligationMails } from './obligation-mails.js';
import { isOutstanding, isSettled } from './obligation-states.js';
import { findObligation, type StandingObligation } from './obligations.repository.js';

/** Mails that say by themselves that there is another date. */
const tellsNewDate = new Set([
  'deadline-moved',
  'extension',
  'returned',
  'resumed',
  'consultation-extended',
  'waiver-revoked',
]);

/** Mails that have nothing to say to whoever has handed in meanwhile. */
const asksToHandIn = new Set(['deadline-moved', 'resumed', 'waiver-revoked']);

const retryAfterSuspensionMs = 3_600_000;

/**
 * Looks once more before a mail leaves that says what is owed until when. Since it was queued the obligation may have
 * been settled or dated anew; a unit must not be told a date that no longer holds, nor told twice.
 */
@Injectable()
export class ObligationCheck implements MailCheck {
  readonly name = obligationCheckName;

  constructor(
    private readonly clock: Clock,
    private readonly mails: ObligationMails,
    checks: MailChecks,
  ) {
    checks.add(this);
  }

  async verdict(reader: EntityManager, mail: Mail): Promise<MailVerdict> {
    const obligation = await findObligation(reader, mail.compilationId, mail.about ?? '');
    if (isSettled(obligation.state)) return { due: false, reason: '该任务已经办结' };
    if (asksToHandIn.has(mail.template) && !isOutstanding(obligation.state))
      return { due: false, reason: '该任务已经报送' };
    // Nothing is asked of anyone while the compilation is suspended; resuming tells what is owed then.
    const { suspendedAt } = await findCompilation(reader, mail.compilationId);
    if (suspendedAt !== null) return { due: false, notBefore: this.clock.now() + retryAfterSuspensionMs };
    if (mail.template !== 'deadline-moved') return this.refreshed(reader, mail, obligation);
    const others = await this.sameEntry(reader, mail);
    if (others.some(({ id, template }) => id > mail.id && tellsNewDate.has(template)))
      return { due: false, reason: '期限又有变动，并入其后的一封通知' };
    const deadline = await this.mails.wordDeadline(reader, obligation, this.clock.now());
    const previousEffectiveText = lastTold(mail, others);
    if (previousEffectiveText === deadline.effectiveText)
      return { due: false, reason: '单位所知的期限就是现在的期限，不再通知' };
    const view = { ...mail.view, moved: { previousEffectiveText } };
    return this.refreshed(reader, { ...mail, view }, obligation);
  }

  /** Other mails to the same recipient that move the same calendar entry, in the order in which they were queued. */
  private async sameEntry(reader: EntityManager, { about, recipientId, id }: Mail): Promise<Mail[]> {
    const all = await reader.find(Mail, { where: { about: about ?? '', recipientId }, order: { id: 'ASC' } });
    return all.filter((other) => other.id !== id && other.event !== null);
  }

  private async refreshed(
    reader: EntityManager,
    mail: Mail,
    obligation: StandingObligation,
  ): Promise<MailVerdict> {
    const now = this.clock.now();
    const deadline = await this.mails.wordDeadline(reader, obligation, now);
    const view = { ...mail.view, deadline };
    if (mail.event === null) return { due: true, view };
    const attendee = { name: mail.recipientName, email: mail.address };
    return { due: true, view, event: await this.mails.currentEntry(reader, obligation, attendee, now) };
  }
}

/** The deadline as the unit knows it: from the mail that left last, or as it was before the first move not yet told. */
function lastTold(mail: Mail, others: Mail[]): string {
  const sent = others.filter(({ state, view }) => state === 'sent' && 'deadline' in view);
  const last = sent.sort((one, other) => (one.sentAt ?? 0) - (other.sentAt ?? 0)).at(-1);
  if (last !== undefined) return (last.view.deadline as { effectiveText: string }).effectiveText;
  const first = others.find(({ template }) => template === 'deadline-moved') ?? mail;
  return (first.view.moved as { previousEffectiveText: string }).previousEffectiveText;
}
