import { type Act } from '../engine/index.js';
import { saveRevision } from '../platform/index.js';
import { Meeting } from './meeting.entity.js';

/** A calendar replaces its entry only by one of a higher SEQUENCE (RFC 5546, 2.1.4). */
export async function renewEntry(act: Act, meeting: Meeting): Promise<Meeting> {
  const change = { invitationSequence: meeting.invitationSequence + 1 };
  const revision = await saveRevision(act.tx, Meeting, meeting, change, '该会议安排');
  return { ...meeting, ...change, revision };
}
