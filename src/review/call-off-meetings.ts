import { IsNull, MoreThan, Not } from 'typeorm';
import { findCompilation } from '../compilation/index.js';
import { type Act, type Reaction, reactTo } from '../engine/index.js';
import { saveRevision } from '../platform/index.js';
import { callOffs } from './invitation-mail.js';
import { postInvitations } from './invite-meeting.js';
import { Meeting } from './meeting.entity.js';
import { findInvitees } from './review.repository.js';
import { courseStage } from '../../workflows/index.js';

/** Meetings to which people were invited and which have not come yet. */
const expected = (act: Act): Promise<Meeting[]> =>
  act.tx.findBy(Meeting, {
    compilationId: act.compilationId,
    materialsSentAt: Not(IsNull()),
    heldAt: IsNull(),
    startsAt: MoreThan(act.now),
  });

/** A calendar replaces its entry only by one of a higher SEQUENCE (RFC 5546, 2.1.4). */
async function renewEntry(act: Act, meeting: Meeting): Promise<Meeting> {
  const change = { invitationSequence: meeting.invitationSequence + 1 };
  const revision = await saveRevision(act.tx, Meeting, meeting, change, '该会议安排');
  return { ...meeting, ...change, revision };
}

const callOff =
  (why: string): Reaction['react'] =>
  async (act, { event }) => {
    const compilation = await findCompilation(act.tx, act.compilationId);
    for (const meeting of await expected(act)) {
      const renewed = await renewEntry(act, meeting);
      const invitees = await findInvitees(act.tx, meeting.id);
      const reason = `${why}：${event.reason ?? ''}`;
      await act.post(callOffs(act, compilation, renewed, invitees, reason));
    }
  };

/** Nobody comes to a meeting of a compilation that stands still or has ended; who was invited is told. */
export const callOffMeetings: Reaction[] = [
  reactTo(courseStage, 'announceSuspension', callOff('编制工作中止')),
  reactTo(courseStage, 'announceTermination', callOff('编制工作终止')),
  reactTo(courseStage, 'announceResumption', async (act) => {
    for (const meeting of await expected(act)) await postInvitations(act, await renewEntry(act, meeting));
  }),
];
