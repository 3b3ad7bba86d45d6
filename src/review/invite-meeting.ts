import { strict as assert } from 'node:assert';
import { isDeepStrictEqual } from 'node:util';
import { findCompilation } from '../compilation/index.js';
import { latestFrozen } from '../drafts/index.js';
import { type Act, type Reaction, reactTo } from '../engine/index.js';
import { Mail, type MailCheck } from '../outbox/index.js';
import { saveRevision } from '../platform/index.js';
import { meetingStage, type PlanContext } from '../../workflows/index.js';
import { invitationCheckName, invitations } from './invitation-mail.js';
import { Invitee } from './invitee.entity.js';
import { Meeting } from './meeting.entity.js';
import { findMeetingTerms, type MeetingKind } from './meeting-kinds.js';
import { findInvitees, meetingOfRound } from './review.repository.js';
import { currentRound } from './standing.js';

/** Sends the invitations of a meeting as it is arranged now. */
export async function postInvitations(act: Act, meeting: Meeting): Promise<void> {
  const compilation = await findCompilation(act.tx, act.compilationId);
  const invitees = await findInvitees(act.tx, meeting.id);
  const terms = await findMeetingTerms(act.tx, act.compilationId, meeting.kind);
  await act.post(invitations(act, { compilation, terms }, meeting, invitees));
}

/** Convening fixes which revision is discussed; its text goes out with the invitation. */
export const inviteMeeting: Reaction = reactTo(
  meetingStage,
  'inviteMeeting',
  async (act, { params, context }) => {
    const kind = params.kind as MeetingKind;
    const round = currentRound(context as unknown as PlanContext, kind);
    const meeting = await meetingOfRound(act.tx, act.compilationId, kind, round);
    assert.ok(meeting, `no ${kind} is arranged for round ${round}`);
    const { version } = await findMeetingTerms(act.tx, act.compilationId, kind);
    const draft = await latestFrozen(act.tx, act.compilationId, version);
    const change = { draftVersionId: draft?.id ?? null, materialsSentAt: act.now };
    const revision = await saveRevision(act.tx, Meeting, meeting, change, '该会议安排');
    await postInvitations(act, { ...meeting, ...change, revision });
    act.note({ meeting: meeting.id });
  },
);

/**
 * An invitation that waited while the meeting moved, or was held, would send people to the wrong day; one to where they
 * were invited already, because the meeting moved there and back, would only trouble them.
 */
export const invitationCheck: MailCheck = {
  name: invitationCheckName,
  async verdict(reader, mail) {
    const meeting = await reader.findOneBy(Meeting, { id: mail.about ?? '' });
    if (meeting === null || meeting.heldAt !== null) return { due: false, reason: '会议已经召开' };
    if (!(await reader.existsBy(Invitee, { id: mail.recipientId })))
      return { due: false, reason: '已不再邀请该人员' };
    if (!mail.event?.content.includes(`SEQUENCE:${meeting.invitationSequence}\r\n`))
      return { due: false, reason: '会议又有变动，以其后的通知为准' };
    const [last] = await reader.find(Mail, {
      where: { about: meeting.id, recipientId: mail.recipientId, state: 'sent' },
      order: { sentAt: 'DESC' },
      take: 1,
    });
    const known = last?.template === mail.template && isDeepStrictEqual(last.view.meeting, mail.view.meeting);
    return known ? { due: false, reason: '会议已改回原来的安排' } : { due: true };
  },
};
