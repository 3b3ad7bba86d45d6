import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Acts } from '../engine/index.js';
import { type Actor, parseInput, saveRevision } from '../platform/index.js';
import { Invitee } from './invitee.entity.js';
import { findMeetingTerms } from './meeting-kinds.js';
import { MeetingAlreadyHeld } from './review.errors.js';
import { findInvitee } from './review.repository.js';
import { openMeeting } from './standing.js';

export const respondInvitationSchema = z.object({
  response: z.enum(['accepted', 'declined'], { error: '应为 accepted（参加）或者 declined（不参加）' }),
});

/** Whoever is invited says whether they come; the secretariat may enter a reply by telephone. */
@Injectable()
export class RespondInvitationUseCase {
  constructor(private readonly acts: Acts) {}

  /** @param input `{response}` */
  async execute(compilationId: string, actor: Actor, inviteeId: string, input: unknown): Promise<void> {
    const { response } = parseInput(respondInvitationSchema, input);
    return this.acts.perform({ compilationId, actor, type: 'meeting.answered' }, async (act) => {
      const invitee = await findInvitee(act.tx, compilationId, inviteeId);
      const meeting = await openMeeting(act.tx, compilationId, invitee.meetingId, '回复邀请');
      if (meeting.heldAt !== null) {
        const { title } = await findMeetingTerms(act.tx, compilationId, meeting.kind);
        throw new MeetingAlreadyHeld(title, '回复');
      }
      await saveRevision(act.tx, Invitee, invitee, { response, respondedAt: act.now }, '该回复');
      act.note({ inviteeId, response });
    });
  }
}
