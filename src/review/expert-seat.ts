import { type EntityManager } from 'typeorm';
import { type Actor } from '../platform/index.js';
import { type Invitee } from './invitee.entity.js';
import { type Meeting } from './meeting.entity.js';
import { isRecused } from './participants.js';
import { ExpertRecused, NotAnExpertMeeting, NotYourself } from './review.errors.js';
import { findInvitee } from './review.repository.js';
import { openMeeting } from './standing.js';

export interface ExpertSeat {
  invitee: Invitee;
  meeting: Meeting;
}

/** An expert's place at the expert meeting of the current round, while its outcome is still being worked in. */
export async function openExpertSeat(
  reader: EntityManager,
  { compilationId, actor }: { compilationId: string; actor: Actor },
  inviteeId: string,
  what: string,
): Promise<ExpertSeat> {
  const invitee = await findInvitee(reader, compilationId, inviteeId);
  requireSelf(actor, invitee, what);
  const meeting = await openMeeting(reader, compilationId, invitee.meetingId, what);
  if (meeting.kind !== 'expertReview') throw new NotAnExpertMeeting(what);
  return { invitee, meeting };
}

/** The same for what a recused expert takes no part in. */
export async function participatingSeat(
  reader: EntityManager,
  order: { compilationId: string; actor: Actor },
  inviteeId: string,
  what: string,
): Promise<ExpertSeat> {
  const seat = await openExpertSeat(reader, order, inviteeId, what);
  if (isRecused(seat.invitee)) throw new ExpertRecused(seat.invitee.name);
  return seat;
}

/** An expert acts for no other expert; the secretariat may enter what came on paper. */
function requireSelf(actor: Actor, invitee: Invitee, what: string): void {
  if (actor.kind === 'expert' && actor.id !== invitee.partyId) throw new NotYourself(what);
}
