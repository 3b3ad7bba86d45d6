import { type EntityManager } from 'typeorm';
import { dateOf } from '../calendar/index.js';
import { positionOf } from '../engine/index.js';
import { assessRequirements, type Finding, type PlanDefinition } from '../../workflows/index.js';
import { plenaryAttendance } from './attendance.js';
import { type Meeting } from './meeting.entity.js';
import { findInvitees } from './review.repository.js';
import { participation, signedOpinions } from './signed-opinions.js';

/**
 * What the gate says of a meeting's conclusion as things stand, for the meeting's page and minutes: one assessment,
 * so that they cannot say otherwise than the step. Null while there is nothing to weigh.
 */
export async function weighMeeting(reader: EntityManager, meeting: Meeting): Promise<Finding | null> {
  const { heldAt, conclusion } = meeting;
  if (heldAt === null) return null;
  const invitees = await findInvitees(reader, meeting.id);
  const heldOn = dateOf(heldAt);
  const { plan } = await positionOf(reader, meeting.compilationId);
  if (meeting.kind === 'plenary') {
    const attendance = await plenaryAttendance(reader, meeting.compilationId, invitees);
    const facts = { heldOn, ...attendance, resolution: conclusion };
    return assess(plan, 'plenaryHeld', facts);
  }
  if (conclusion === null) return null;
  const took = await participation(reader, meeting);
  const opinions = signedOpinions(took, meeting);
  const requirement = conclusion === '重新论证' ? 'expertConclusionRepeats' : 'expertConclusionPasses';
  return assess(plan, requirement, { heldOn, present: took.present.length, conclusion, opinions });
}

function assess(
  { requirements }: PlanDefinition,
  requirement: string,
  facts: Record<string, unknown>,
): Finding {
  const [{ met, sentence }] = assessRequirements(requirements, [requirement], { [requirement]: facts }, {});
  return { met, sentence };
}
