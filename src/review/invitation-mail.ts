import {
  type CalendarFile,
  dateOf,
  formatDateWithWeekday,
  formatTime,
  meetingEvent,
} from '../calendar/index.js';
import { type Compilation, mailHeading } from '../compilation/index.js';
import { type Act } from '../engine/index.js';
import { type NewMail } from '../outbox/index.js';
import { type Instant } from '../platform/index.js';
import { type Invitee } from './invitee.entity.js';
import { type Meeting } from './meeting.entity.js';
import { type MeetingTerms } from './meeting-kinds.js';

export const invitationCheckName = 'review.invitation';

/** Who invites, and to what. */
export interface Invitation {
  compilation: Compilation;
  terms: MeetingTerms;
}

const settlingMs = 10 * 60_000;

/** 2021年10月20日（星期三）09:30 */
export const startsAtText = (startsAt: Instant): string =>
  `${formatDateWithWeekday(dateOf(startsAt))}${formatTime(startsAt)}`;

/**
 * One invitation for each who is invited. A meeting that moves sends it again: the key and the calendar entry's
 * SEQUENCE follow the arrangement, so each arrangement is mailed once and replaces the entry of the one before.
 */
export function invitations(
  act: Pick<Act, 'now' | 'ledgerSeq'>,
  { compilation, terms }: Invitation,
  meeting: Meeting,
  invitees: Invitee[],
): Omit<NewMail, 'compilationId'>[] {
  const { title, preparation } = terms;
  return invitees.map((invitee) => ({
    template: 'invitation',
    recipient: { id: invitee.id, name: addressee(invitee), address: invitee.address },
    key: `invitation:${meeting.id}:${meeting.invitationSequence}:${invitee.id}`,
    // A meeting that is moved twice within a short while is one mail.
    dueAt: meeting.invitationSequence === 0 ? act.now : act.now + settlingMs,
    about: meeting.id,
    stillDueCheck: invitationCheckName,
    event: meetingEntry({ compilation, terms }, meeting, invitee, act.now),
    view: {
      compilation: { ...mailHeading(compilation) },
      recipient: { name: invitee.name, unitName: invitee.organisation },
      action: { label: '查看文稿、回复邀请', path: `/m/${invitee.id}` },
      reference: reference(act, invitee),
      meeting: {
        title,
        startsAtText: startsAtText(meeting.startsAt),
        place: meeting.place,
        agenda: meeting.agenda,
        preparation: [...preparation],
      },
      replyByText: null,
    },
  }));
}

const reference = ({ ledgerSeq }: Pick<Act, 'ledgerSeq'>, { position }: Invitee): string =>
  `M-${String(ledgerSeq).padStart(4, '0')}-${String(position + 1).padStart(2, '0')}`;

const addressee = ({ organisation, name }: Invitee): string => `${organisation}${name}`;

/** Tells each who is invited that the meeting does not take place, and takes it out of the calendar. */
export function callOffs(
  act: Pick<Act, 'now' | 'ledgerSeq'>,
  { compilation, terms }: Invitation,
  meeting: Meeting,
  invitees: Invitee[],
  reason: string,
): Omit<NewMail, 'compilationId'>[] {
  const { title } = terms;
  return invitees.map((invitee) => ({
    template: 'meeting-called-off',
    recipient: { id: invitee.id, name: addressee(invitee), address: invitee.address },
    key: `meeting-called-off:${meeting.id}:${meeting.invitationSequence}:${invitee.id}`,
    dueAt: act.now,
    about: meeting.id,
    event: meetingEntry({ compilation, terms }, meeting, invitee, act.now, true),
    view: {
      compilation: { ...mailHeading(compilation) },
      recipient: { name: invitee.name, unitName: invitee.organisation },
      action: null,
      reference: reference(act, invitee),
      meeting: { title, startsAtText: startsAtText(meeting.startsAt), reason },
    },
  }));
}

/** Tells one who was invited that they no longer are, and takes the meeting out of their calendar. */
export function invitationWithdrawal(
  act: Pick<Act, 'now' | 'ledgerSeq'>,
  invitation: Invitation,
  meeting: Meeting,
  invitee: Invitee,
  reason: string,
): Omit<NewMail, 'compilationId'> {
  const [calledOff] = callOffs(act, invitation, meeting, [invitee], reason);
  const key = `invitation-withdrawn:${meeting.id}:${meeting.invitationSequence}:${invitee.id}`;
  return { ...calledOff, template: 'invitation-withdrawn', key };
}

function meetingEntry(
  { compilation, terms: { title } }: Invitation,
  meeting: Meeting,
  invitee: Invitee,
  stamp: Instant,
  cancelled = false,
): CalendarFile {
  return meetingEvent({
    uid: `meeting-${meeting.id}@bianzhi`,
    sequence: meeting.invitationSequence,
    stamp,
    summary: title,
    description: meeting.agenda.join('\n'),
    organizer: { name: compilation.secretariat, email: compilation.contact.address },
    attendee: { name: addressee(invitee), email: invitee.address },
    start: meeting.startsAt,
    end: meeting.endsAt,
    location: meeting.place,
    cancelled,
  });
}
