import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { CalendarShelf } from '../calendar/index.js';
import { dayWarnings, Deadline, requireUnderway } from '../compilation/index.js';
import { type Act, Acts, type Position, positionOf } from '../engine/index.js';
import {
  type Actor,
  beganInput,
  lineInput,
  parseInput,
  requireBegan,
  saveRevision,
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

export const rescheduleMeetingSchema = z.object({
  ...meetingTimesInput,
  place: lineInput(),
  began: beganInput,
});

/** Moves a convened meeting; everyone invited gets a mail that moves the same calendar entry. */
@Injectable()
export class RescheduleMeetingUseCase {
  constructor(
    private readonly acts: Acts,
    private readonly shelf: CalendarShelf,
  ) {}

  /** @param input `{date, from, to, place}` */
  async execute(
    compilationId: string,
    actor: Actor,
    meetingId: string,
    input: unknown,
  ): Promise<{ warnings: string[] }> {
    const { place, began, ...day } = parseInput(rescheduleMeetingSchema, input);
    const times = toMeetingTimes(day);
    return this.acts.perform({ compilationId, actor, type: 'meeting.rescheduled' }, async (act) => {
      const position = await positionOf(act.tx, compilationId);
      requireUnderway(position, '改期');
      const meeting = await findMeeting(act.tx, compilationId, meetingId);
      const { title, deadlineKey } = meetingTerms(position, meeting.kind);
      if (meeting.materialsSentAt === null) throw new MeetingNotConvened(title);
      if (meeting.heldAt !== null) throw new MeetingAlreadyHeld(title, '改期');
      requireBegan(began, timesContent(meeting), '会议的时间和地点', timesWords(meeting));
      checkMeetingTimes(times, act.now, await this.shelf.load(act.tx));
      const legality = meeting.kind === 'plenary' ? await this.legalityWarnings(act, position, times) : [];
      const change = { ...times, place, invitationSequence: meeting.invitationSequence + 1 };
      const revision = await saveRevision(act.tx, Meeting, meeting, change, '该会议安排');
      await postInvitations(act, { ...meeting, ...change, revision });
      act.note({ id: meetingId, sequence: change.invitationSequence, ...times });
      const due = await act.tx.findOneBy(Deadline, { compilationId, key: deadlineKey });
      const warnings = meetingWarnings(times.startsAt, meeting.materialsSentAt, due?.nominal ?? null);
      const moved = { key: deadlineKey, startsAt: times.startsAt };
      const early = await dayWarnings(act.tx, compilationId, this.shelf, moved);
      return { warnings: [...legality, ...warnings, ...early] };
    });
  }

  /** The gate that convened the plenary counted the review's working days to the old date. */
  private async legalityWarnings(
    act: Act,
    { plan, context }: Position,
    times: MeetingTimes,
  ): Promise<string[]> {
    const { tx, compilationId } = act;
    const facts = await legalityFacts(tx, compilationId, await this.shelf.load(tx), times);
    const requirement = 'legalityReviewed';
    const { requirements } = plan;
    const [line] = assessRequirements(requirements, [requirement], { [requirement]: facts }, context);
    if (line.met) return [];
    if (line.blocking) throw new LegalityPeriodCut(line.sentence);
    return [line.sentence];
  }
}
