import { z } from 'zod';
import { defineAct } from '../engine/index.js';
import { exampleId, expertOrSecretariat, idSchema, named, saveRevision } from '../platform/index.js';
import { Invitee } from './invitee.entity.js';
import { findMeetingTerms } from './meeting-kinds.js';
import { MeetingAlreadyHeld } from './review.errors.js';
import { findInvitee } from './review.repository.js';
import { openMeeting } from './standing.js';

/** Whoever is invited says whether they come; the secretariat may enter a reply by telephone. */
export const respondInvitation = defineAct({
  name: 'meeting.answered',
  title: '回复会议邀请',
  summary: '答复会议邀请',
  may: expertOrSecretariat,
  path: 'invitees/:inviteeId/response',
  input: z.object({
    inviteeId: idSchema,
    response: named(
      '答复',
      z.enum(['accepted', 'declined'], { error: '应为 accepted（参加）或者 declined（不参加）' }),
    ),
  }),
  example: { inviteeId: exampleId, response: 'accepted' },
  async perform(act, { inviteeId, response }) {
    const invitee = await findInvitee(act.tx, act.compilationId, inviteeId);
    const meeting = await openMeeting(act.tx, act.compilationId, invitee.meetingId, '回复邀请');
    if (meeting.heldAt !== null) {
      const { title } = await findMeetingTerms(act.tx, act.compilationId, meeting.kind);
      throw new MeetingAlreadyHeld(title, '回复');
    }
    await saveRevision(act.tx, Invitee, invitee, { response, respondedAt: act.now }, '该回复');
    act.note({ inviteeId, response });
  },
});
