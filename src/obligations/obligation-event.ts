import { type CalendarFile, deadlineEvent, formatDeadline, type Party } from '../calendar/index.js';
import { type Compilation } from '../compilation/index.js';
import { type Instant } from '../platform/index.js';
import { type Obligation } from './obligation.entity.js';

/**
 * The calendar entry of an obligation's deadline. Every mail about the obligation carries the same `uid`, and
 * `sequence` grows with every change, so that a moved deadline moves the entry instead of adding one, and one that is
 * no longer owed withdraws it.
 */
export function obligationEvent(
  obligation: Pick<Obligation, 'id' | 'nominal' | 'effectiveAt' | 'ruleText' | 'calendarSequence'>,
  title: string,
  parties: { compilation: Pick<Compilation, 'secretariat' | 'contact'>; attendee: Party },
  stamp: Instant,
  cancelled = false,
): CalendarFile {
  const { id, nominal, effectiveAt, ruleText, calendarSequence } = obligation;
  const deadline = formatDeadline({ nominal, effective: effectiveAt }, 'anyone');
  const { secretariat, contact } = parties.compilation;
  return deadlineEvent({
    uid: `obligation-${id}@bianzhi`,
    sequence: calendarSequence,
    stamp,
    summary: `${title}报送截止`,
    description: `报送期限：${deadline}。${ruleText}`,
    organizer: { name: secretariat, email: contact.address },
    attendee: parties.attendee,
    effective: effectiveAt,
    cancelled,
  });
}
