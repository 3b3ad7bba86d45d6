import { type EntityManager } from 'typeorm';
import { findExperts, findLeadingGroup } from '../directory/index.js';
import { InvalidInput, NotFound } from '../platform/index.js';
import { type Invitee } from './invitee.entity.js';
import { type MeetingKind } from './meeting-kinds.js';

export type Party = Pick<Invitee, 'partyId' | 'name' | 'organisation' | 'address'>;

/** Whom a meeting may invite, as the directory has them now. */
export async function invitableParties(reader: EntityManager, kind: MeetingKind): Promise<Party[]> {
  if (kind === 'plenary') {
    const members = await findLeadingGroup(reader);
    return members.map(({ id, post, organisation, address }) => ({
      partyId: id,
      name: post,
      organisation,
      address,
    }));
  }
  const experts = await findExperts(reader);
  return experts.map(({ id, name, institution, address }) => ({
    partyId: id,
    name,
    organisation: institution,
    address,
  }));
}

/** Those chosen, in the order of choosing; without a choice the whole leading group, but never every expert. */
export async function chosenParties(
  reader: EntityManager,
  kind: MeetingKind,
  partyIds: string[] | undefined,
): Promise<Party[]> {
  const invitable = await invitableParties(reader, kind);
  if (partyIds === undefined) {
    if (kind === 'plenary') return invitable;
    throw new InvalidInput('没有选定专家；请在专家名册中选择。', 'experts-not-chosen');
  }
  const byId = new Map(invitable.map((party) => [party.partyId, party]));
  return [...new Set(partyIds)].map((id) => {
    const party = byId.get(id);
    if (party === undefined) throw new NotFound(kind === 'plenary' ? '领导小组成员' : '专家', id);
    return party;
  });
}
