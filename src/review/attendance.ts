import { type EntityManager } from 'typeorm';
import { findLeadingGroup, type LeadingGroupMember } from '../directory/index.js';
import { attendanceShares } from '../../workflows/index.js';
import { type Invitee } from './invitee.entity.js';
import { plenaryRule } from './meeting-rules.js';

/** How a plenary was attended, by unit: two seats of one unit are one unit present. */
export interface PlenaryAttendance {
  present: number;
  quorum: { units: number; least: number; rule: string };
}

/** The whole leading group is asked, not only who was invited: a plenary is not made by inviting few. */
export async function plenaryAttendance(
  reader: EntityManager,
  compilationId: string,
  invitees: readonly Invitee[],
): Promise<PlenaryAttendance> {
  const members = await findLeadingGroup(reader);
  const rule = await plenaryRule(reader, compilationId);
  const seats = new Map(members.map((member) => [member.id, unitOf(member)]));
  const unitOfInvitee = ({ partyId, organisation }: Invitee) => seats.get(partyId) ?? organisation;
  const units = new Set([...seats.values(), ...invitees.map(unitOfInvitee)]).size;
  const present = new Set(invitees.filter((invitee) => invitee.present).map(unitOfInvitee)).size;
  const least = attendanceShares[rule.attendance].least(units);
  return { present, quorum: { units, least, rule: `${rule.title}，${rule.source}` } };
}

const unitOf = ({ unitId, organisation }: LeadingGroupMember): string => unitId ?? organisation;
