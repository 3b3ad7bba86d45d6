import { z } from 'zod';
import { type Act, correctionReason, defineAct, positionOf, RecordInUse } from '../engine/index.js';
import { exampleId, idSchema, named, saveRevision, secretariat } from '../platform/index.js';
import { Invitee } from './invitee.entity.js';
import { Meeting } from './meeting.entity.js';
import { findMeetingTerms, meetingKinds } from './meeting-kinds.js';
import { MeetingNotConcluded, MeetingNotHeld } from './review.errors.js';
import { findInvitees } from './review.repository.js';
import { openMeeting } from './standing.js';

const titleOf = async (act: Act, { kind }: Meeting): Promise<string> =>
  (await findMeetingTerms(act.tx, act.compilationId, kind)).title;

const noConclusion = { conclusion: null, concludedAt: null, minutes: null };
const input = z.object({ meetingId: idSchema, reason: named('撤销事由', correctionReason) });
const example = { meetingId: exampleId, reason: '登记有误' };

/** Takes back what was recorded of a meeting: its conclusion. */
export const withdrawConclusion = defineAct({
  name: 'meeting.conclusionWithdrawn',
  title: '撤销会议结论',
  may: secretariat,
  path: 'meetings/:meetingId/conclusion/withdraw',
  input,
  example,
  async perform(act, { meetingId, reason }) {
    const meeting = await unusedMeeting(act, meetingId, '会议结论');
    if (meeting.conclusion === null) throw new MeetingNotConcluded(await titleOf(act, meeting));
    await saveRevision(act.tx, Meeting, meeting, noConclusion, '该会议');
    act.note({ id: meetingId, reason, withdrawnConclusion: meeting.conclusion });
  },
});

/**
 * Takes back that a meeting was held at all (too few came, it was another day); the conclusion, if any, goes with it.
 * The meeting stands convened and can be moved to another day.
 */
export const withdrawAttendance = defineAct({
  name: 'meeting.attendanceWithdrawn',
  title: '撤销到会登记',
  summary: '撤销到会登记（连同结论），会议可以改期再开',
  may: secretariat,
  path: 'meetings/:meetingId/attendance/withdraw',
  input,
  example,
  async perform(act, { meetingId, reason }) {
    const meeting = await unusedMeeting(act, meetingId, '到会登记');
    if (meeting.heldAt === null) {
      throw new MeetingNotHeld(await titleOf(act, meeting), '撤销到会登记');
    }
    const present = (await findInvitees(act.tx, meetingId)).filter((invitee) => invitee.present);
    for (const invitee of present) {
      await saveRevision(act.tx, Invitee, invitee, { present: false }, '到会情况');
    }
    await saveRevision(act.tx, Meeting, meeting, { heldAt: null, ...noConclusion }, '该会议');
    act.note({ id: meetingId, reason, withdrawnPresent: present.map(({ id }) => id) });
  },
});

/** The step back rests on what the meeting concluded; the step forward is weighed once more and may be undone. */
async function unusedMeeting(act: Act, meetingId: string, what: string): Promise<Meeting> {
  const meeting = await openMeeting(act.tx, act.compilationId, meetingId, `撤销${what}`);
  const position = await positionOf(act.tx, act.compilationId);
  if (position.standsIn(meetingKinds[meeting.kind].stage, 'reworking')) {
    throw new RecordInUse(`该${what}`, `已为“${position.stateTitle}”所依据`, '请在修改完成后另行召开会议');
  }
  return meeting;
}
