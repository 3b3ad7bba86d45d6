import { type EntityManager } from 'typeorm';
import { dateOf } from '../calendar/index.js';
import { DraftVersion } from '../drafts/index.js';
import { type FactScope, type FactSource } from '../engine/index.js';
import {
  type ExpertMeetingArrangedFacts,
  type ExpertMeetingHeldFacts,
  type ExpertsFacts,
  type PointsFacts,
} from '../../workflows/index.js';
import { currentMeeting, nextMeeting, pointFacts } from './facts.js';
import { type Invitee } from './invitee.entity.js';
import { type Meeting } from './meeting.entity.js';
import { participants, undeclared } from './participants.js';
import { findInvitees, validSignatures } from './review.repository.js';
import { signedContentDigest } from './signed-content.js';

const answer = (requirement: string, gather: FactSource['gather']): FactSource => ({
  answers: `implementation-scheme-2021/${requirement}`,
  gather,
});

/** What the expert meeting answers to the gates of 专家论证. */
export const expertReviewFacts: FactSource[] = [
  answer('expertMeetingArranged', async (scope): Promise<ExpertMeetingArrangedFacts> => {
    const meeting = await nextMeeting(scope, 'expertReview');
    if (meeting === null) return { heldOn: null, experts: 0, version: null };
    const experts = (await findInvitees(scope.tx, meeting.id)).length;
    return { heldOn: dateOf(meeting.startsAt), experts, version: await versionName(scope.tx, meeting) };
  }),
  answer('expertMeetingHeld', heldFacts),
  answer('expertConclusionPasses', heldFacts),
  answer('expertConclusionRepeats', heldFacts),
  answer('conflictsDeclared', async (scope): Promise<ExpertsFacts> => {
    const present = (await currentInvitees(scope)).filter((invitee) => invitee.present);
    return { present: present.length, missing: undeclared(present).map((invitee) => invitee.name) };
  }),
  answer('expertOpinionsSigned', async (scope): Promise<ExpertsFacts> => {
    const meeting = await currentMeeting(scope, 'expertReview');
    const present = participants(await currentInvitees(scope));
    const missing = meeting === null ? present : await unsigned(scope.tx, meeting, present);
    return { present: present.length, missing: missing.map((invitee) => invitee.name) };
  }),
  answer('expertPointsAnswered', async (scope): Promise<PointsFacts> => {
    const meeting = await currentMeeting(scope, 'expertReview');
    const asksForChanges = meeting?.conclusion === '修改后通过' || meeting?.conclusion === '重新论证';
    const { points, unanswered } = await pointFacts(scope, 'expert');
    return { points, unanswered, pointsExpected: asksForChanges };
  }),
];

async function heldFacts(scope: FactScope): Promise<ExpertMeetingHeldFacts> {
  const meeting = await currentMeeting(scope, 'expertReview');
  if (meeting?.heldAt == null) return { heldOn: null, present: 0, conclusion: null };
  const present = participants(await findInvitees(scope.tx, meeting.id)).length;
  return { heldOn: dateOf(meeting.heldAt), present, conclusion: meeting.conclusion };
}

async function currentInvitees(scope: FactScope): Promise<Invitee[]> {
  const meeting = await currentMeeting(scope, 'expertReview');
  return meeting === null ? [] : findInvitees(scope.tx, meeting.id);
}

/** A signature counts only for the content it was given under. */
async function unsigned(tx: EntityManager, meeting: Meeting, present: Invitee[]): Promise<Invitee[]> {
  const signatures = await validSignatures(
    tx,
    present.map((invitee) => invitee.id),
  );
  const missing: Invitee[] = [];
  for (const invitee of present) {
    const digest = await signedContentDigest(tx, meeting, invitee);
    if (signatures.get(invitee.id)?.contentDigest !== digest) missing.push(invitee);
  }
  return missing;
}

async function versionName(tx: EntityManager, { draftVersionId }: Meeting): Promise<string | null> {
  if (draftVersionId === null) return null;
  return (await tx.findOneBy(DraftVersion, { id: draftVersionId }))?.name ?? null;
}
