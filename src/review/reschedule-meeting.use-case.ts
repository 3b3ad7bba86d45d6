import { z } from 'zod';
import { CalendarShelf } from '../calendar/index.js';
import { dayWarnings, Deadline, requireUnderway } from '../compilation/index.js';
import { type Act, defineAct, type Position, positionOf } from '../engine/index.js';
import {
  beganInput,
  exampleId,
  idSchema,
  lineInput,
  named,
  requireBegan,
  saveRevision,
  secretariat,
} from '../platform/index.js';
import { assessRequirements } from '../../workflows/index.js';
import { timesContent, timesWords } from './edited-content.js';
import { postInvitations } from './invite-meeting.js';
import { legalityFacts } from './legality.js';
import { Meeting } from './meeting.entity.js';
import { meetingTerms } from './meeting-kinds.js';
import {
  checkMeetingTimes,
  type MeetingTimes,
  meetingTimesInput,
  meetingWarnings,
  toMeetingTimes,
} from './meeting-times.js';
import { LegalityPeriodCut, MeetingAlreadyHeld, MeetingNotConvened } from './review.errors.js';
import { findMeeting } from './review.repository.js';

/** Moves a convened meeting; everyone invited gets a mail that moves the same calendar entry. */
export const rescheduleMeeting = defineAct({
  name: 'meeting.rescheduled',
  title: '改期',
  summary: '已召集的会议改期；日程随之更新',
  may: secretariat,
  path: 'meetings/:meetingId/reschedule',
  input: z.object({
    meetingId: idSchema,
    ...meetingTimesInput,
    place: named('地点', lineInput()),
    began: beganInput,
  }),
  example: { meetingId: exampleId, date: '2021-10-21', from: '09:00', to: '11:30', place: '第一会议室' },
  answer: z.object({ warnings: z.array(z.string()) }),
  uses: { shelf: CalendarShelf },
  async perform(act, { meetingId, place, began, ...day }, { shelf }) {
    const { tx, compilationId } = act;
    const times = toMeetingTimes(day);
    const position = await positionOf(tx, compilationId);
    requireUnderway(position, '改期');
    const meeting = await findMeeting(tx, compilationId, meetingId);
    const { title, deadlineKey: key } = meetingTerms(position, meeting.kind);
    if (meeting.materialsSentAt === null) throw new MeetingNotConvened(title);
    if (meeting.heldAt !== null) throw new MeetingAlreadyHeld(title, '改期');
    requireBegan(began, timesContent(meeting), '会议的时间和地点', timesWords(meeting));
    checkMeetingTimes(times, act.now, await shelf.load(tx));
    const legality =
      meeting.kind === 'plenary' ? await legalityWarnings(act, shelf, { position, times }) : [];
    const change = { ...times, place, invitationSequence: meeting.invitationSequence + 1 };
    const revision = await saveRevision(tx, Meeting, meeting, change, '该会议安排');
    await postInvitations(act, { ...meeting, ...change, revision });
    act.note({ id: meetingId, sequence: change.invitationSequence, ...times });
    const due = await tx.findOneBy(Deadline, { compilationId, key });
    const warnings = meetingWarnings(times.startsAt, meeting.materialsSentAt, due?.nominal ?? null);
    const early = await dayWarnings(tx, compilationId, shelf, { key, startsAt: times.startsAt });
    return { warnings: [...legality, ...warnings, ...early] };
  },
});

/** The gate that convened the plenary counted the review's working days to the old date. */
async function legalityWarnings(
  act: Act,
  shelf: CalendarShelf,
  { position, times }: { position: Position; times: MeetingTimes },
): Promise<string[]> {
  const { tx, compilationId } = act;
  const { plan, context } = position;
  const facts = await legalityFacts(tx, compilationId, await shelf.load(tx), times);
  const requirement = 'legalityReviewed';
  const [line] = assessRequirements(plan.requirements, [requirement], { [requirement]: facts }, context);
  if (line.met) return [];
  if (line.blocking) throw new LegalityPeriodCut(line.sentence);
  return [line.sentence];
}
