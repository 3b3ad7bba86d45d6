import { z } from 'zod';
import { defineAct } from '../engine/index.js';
import {
  beganInput,
  exampleId,
  idSchema,
  named,
  NotFound,
  requireBegan,
  saveRevision,
  secretariat,
  textInput,
} from '../platform/index.js';
import { attendanceContent, attendanceWords } from './edited-content.js';
import { Invitee } from './invitee.entity.js';
import { Meeting } from './meeting.entity.js';
import { findMeetingTerms } from './meeting-kinds.js';
import { CorrectionReasonMissing, MeetingNotStarted } from './review.errors.js';
import { findInvitees } from './review.repository.js';
import { openMeeting } from './standing.js';

/** Records who came, after the meeting has begun; until its conclusions are worked in it may be corrected. */
export const recordAttendance = defineAct({
  name: 'meeting.attended',
  title: '登记到会',
  summary: '登记到会人员',
  may: secretariat,
  path: 'meetings/:meetingId/attendance',
  input: z.object({
    meetingId: idSchema,
    presentInviteeIds: named('到会人员', z.array(z.string()).min(1, { error: '请至少登记一名到会人员' })),
    /** Why an attendance that was recorded already is corrected. */
    reason: named('更正事由', textInput(500).default('')),
    began: beganInput,
  }),
  example: { meetingId: exampleId, presentInviteeIds: [exampleId] },
  answer: z.object({ present: z.int(), absent: z.int() }),
  async perform(act, { meetingId, presentInviteeIds, reason, began }) {
    const meeting = await openMeeting(act.tx, act.compilationId, meetingId, '登记到会情况');
    if (act.now < meeting.startsAt) {
      const { title } = await findMeetingTerms(act.tx, act.compilationId, meeting.kind);
      throw new MeetingNotStarted(title);
    }
    const invitees = await findInvitees(act.tx, meetingId);
    const { heldAt: held } = meeting;
    requireBegan(began, attendanceContent(held, invitees), '到会登记', attendanceWords(held, invitees));
    const came = new Set(presentInviteeIds);
    const stranger = presentInviteeIds.find((id) => !invitees.some((invitee) => invitee.id === id));
    if (stranger !== undefined) throw new NotFound('参会人员', stranger);
    const changed = invitees.filter(({ id, present }) => present !== came.has(id));
    const corrects = meeting.heldAt !== null && changed.length > 0;
    if (corrects && reason.trim() === '') throw new CorrectionReasonMissing('到会情况');
    for (const invitee of changed) {
      await saveRevision(act.tx, Invitee, invitee, { present: came.has(invitee.id) }, '到会情况');
    }
    const heldAt = meeting.heldAt ?? meeting.startsAt;
    await saveRevision(act.tx, Meeting, meeting, { heldAt }, '该会议');
    act.note({ id: meetingId, present: [...came], ...(corrects && { reason }) });
    return { present: came.size, absent: invitees.length - came.size };
  },
});
