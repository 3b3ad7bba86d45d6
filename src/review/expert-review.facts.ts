import { type EntityManager } from 'typeorm';
import { dateOf } from '../calendar/index.js';
import { DraftVersion } from '../drafts/index.js';
import { answer, type FactScope, type FactSource } from '../engine/index.js';
import {
  type ExpertConclusionFacts,
  type ExpertMeetingArrangedFacts,
  type ExpertMeetingHeldFacts,
  expertReviewStage,
  type ExpertsFacts,
  type PointsFacts,
  type SignaturesFacts,
} from '../../workflows/index.js';
import { currentMeeting, nextMeeting, pointFacts } from './facts.js';
import { type Invitee } from './invitee.entity.js';
import { type Meeting } from './meeting.entity.js';
import { participants, undeclared } from './participants.js';
import { findInvitees } from './review.repository.js';
import { participation, signedOpinions } from './signed-opinions.js';

/** What the expert meeting answers to the gates of 专家论证. */
export const expertReviewFacts: FactSource[] = [
  answer(expertReviewStage, 'expertMeetingArranged', async (scope): Promise<ExpertMeetingArrangedFacts> => {
    const meeting = await nextMeeting(scope, 'expertReview');
    if (meeting === null) return { heldOn: null, experts: 0, version: null };
    const experts = (await findInvitees(scope.tx, meeting.id)).length;
    return { heldOn: dateOf(meeting.startsAt), experts, version: await versionName(scope.tx, meeting) };
  }),
  answer(expertReviewStage, 'expertMeetingHeld', heldFacts),
  answer(expertReviewStage, 'expertConclusionPasses', conclusionFacts),
  answer(expertReviewStage, 'expertConclusionRepeats', conclusionFacts),
  answer(expertReviewStage, 'conflictsDeclared', async (scope): Promise<ExpertsFacts> => {
    const present = (await currentInvitees(scope)).filter((invitee) => invitee.present);
    return { present: present.length, missing: undeclared(present).map((invitee) => invitee.name) };
  }),
  answer(expertReviewStage, 'expertOpinionsSigned', async (scope): Promise<SignaturesFacts> => {
    const meeting = await currentMeeting(scope, 'expertReview');
    if (meeting === null) return { present: 0, missing: [] };
    const took = await participation(scope.tx, meeting);
    const missing = took.present.filter((invitee) => !took.signed.includes(invitee));
    return {
      present: took.present.length,
      missing: missing.map((invitee) => invitee.name),
      conclusion: meeting.conclusion,
      opinions: signedOpinions(took, meeting),
    };
  }),
  answer(expertReviewStage, 'expertPointsAnswered', async (scope): Promise<PointsFacts> => {
    const meeting = await currentMeeting(scope, 'expertReview');
    const asksForChanges = meeting?.conclusion === '修改后通过' || meeting?.conclusion === '重新论证';
    const facts = await pointFacts(scope, 'expert', meeting?.draftVersionId ?? null);
    return { ...facts, pointsExpected: asksForChanges };
  }),
];

async function heldFacts(scope: FactScope): Promise<ExpertMeetingHeldFacts> {
  const meeting = await currentMeeting(scope, 'expertReview');
  if (meeting?.heldAt == null) return { heldOn: null, present: 0, conclusion: null };
  const present = participants(await findInvitees(scope.tx, meeting.id)).length;
  return { heldOn: dateOf(meeting.heldAt), present, conclusion: meeting.conclusion };
}

async function conclusionFacts(scope: FactScope): Promise<ExpertConclusionFacts> {
  const meeting = await currentMeeting(scope, 'expertReview');
  const held = await heldFacts(scope);
  if (meeting === null) return held;
  return { ...held, opinions: signedOpinions(await participation(scope.tx, meeting), meeting) };
}

async function currentInvitees(scope: FactScope): Promise<Invitee[]> {
  const meeting = await currentMeeting(scope, 'expertReview');
  return meeting === null ? [] : findInvitees(scope.tx, meeting.id);
}

async function versionName(tx: EntityManager, { draftVersionId }: Meeting): Promise<string | null> {
  if (draftVersionId === null) return null;
  return (await tx.findOneBy(DraftVersion, { id: draftVersionId }))?.name ?? null;
}
