import { type EntityManager, In } from 'typeorm';
import { NotFound } from '../platform/index.js';
import { Expert } from './expert.entity.js';
import { LeadingGroupMember } from './leading-group-member.entity.js';
import { type Unit as RosterUnit, unitCategories } from './roster/index.js';
import { Contact, type ContactRole, Unit } from './unit.entity.js';

/** SQLite allows a limited number of variables in one statement. */
const idsPerStatement = 500;

/** All units in the order of the notice's head, inside a category as they were entered. */
export async function findUnits(reader: EntityManager): Promise<Unit[]> {
  const units = await reader.find(Unit, { order: { id: 'ASC' } });
  return unitCategories.flatMap((category) => units.filter((unit) => unit.category === category));
}

export async function findUnit(reader: EntityManager, id: string): Promise<Unit> {
  const unit = await reader.findOneBy(Unit, { id });
  if (unit === null) throw new NotFound('单位', id);
  return unit;
}

/** The contacts of each unit that has any in these roles. */
export async function contactsOf(
  reader: EntityManager,
  unitIds: readonly string[],
  roles: readonly ContactRole[] = ['liaison', 'leader'],
): Promise<Map<string, Contact[]>> {
  const found = new Map<string, Contact[]>();
  for (let from = 0; from < unitIds.length; from += idsPerStatement) {
    const contacts = await reader.find(Contact, {
      where: { unitId: In(unitIds.slice(from, from + idsPerStatement)), role: In([...roles]) },
      order: { id: 'ASC' },
    });
    for (const contact of contacts) {
      found.set(contact.unitId, [...(found.get(contact.unitId) ?? []), contact]);
    }
  }
  return found;
}

export const findExperts = (reader: EntityManager): Promise<Expert[]> =>
  reader.find(Expert, { order: { id: 'ASC' } });

export const findLeadingGroup = (reader: EntityManager): Promise<LeadingGroupMember[]> =>
  reader.find(LeadingGroupMember, { order: { id: 'ASC' } });

/** The roster as the import plans it and the export writes it: units with their addresses. */
export async function loadRoster(reader: EntityManager): Promise<RosterUnit[]> {
  const units = await findUnits(reader);
  const ids = units.map((unit) => unit.id);
  const contacts = await contactsOf(reader, ids);
  return units.map((unit) => toRosterUnit(unit, contacts.get(unit.id) ?? []));
}

function toRosterUnit(unit: Unit, contacts: Contact[]): RosterUnit {
  const { key, name, shortName, category, aliases, districtCode, remark, demonstration } = unit;
  const addressOf = (role: ContactRole) => contacts.find((contact) => contact.role === role)?.address;
  const leader = addressOf('leader');
  return {
    key,
    name,
    shortName,
    category,
    aliases,
    ...(districtCode !== null && { districtCode }),
    contacts: { liaison: addressOf('liaison') ?? '', ...(leader !== undefined && { leader }) },
    remark,
    demonstration,
  };
}
