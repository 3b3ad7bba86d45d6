import { IsNull, MoreThan, Not } from 'typeorm';
import { findCompilation } from '../compilation/index.js';
import { type Act, type Reaction, reactTo } from '../engine/index.js';
import { callOffs } from './invitation-mail.js';
import { postInvitations } from './invite-meeting.js';
import { findMeetingTerms } from './meeting-kinds.js';
import { Meeting } from './meeting.entity.js';
import { renewEntry } from './renew-entry.js';
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

const callOff =
  (why: string): Reaction['react'] =>
  async (act, { event }) => {
    const compilation = await findCompilation(act.tx, act.compilationId);
    for (const meeting of await expected(act)) {
      const renewed = await renewEntry(act, meeting);
      const invitees = await findInvitees(act.tx, meeting.id);
      const reason = `${why}：${event.reason ?? ''}`;
      const terms = await findMeetingTerms(act.tx, act.compilationId, meeting.kind);
      await act.post(callOffs(act, { compilation, terms }, renewed, invitees, reason));
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
