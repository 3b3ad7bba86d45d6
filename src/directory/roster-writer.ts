import { type EntityManager } from 'typeorm';
import { type IdSource, insertRows, saveRevision } from '../platform/index.js';
import { type Unit as RosterUnit } from './roster/index.js';
import { Contact, type ContactRole, Unit } from './unit.entity.js';

/** What a contact is called in mails and lists: the post. */
export const contactRoleTitles: Record<ContactRole, string> = { liaison: '联络员', leader: '分管负责人' };

/** Adds units with their contacts; returns their ids in the same order. */
export async function insertUnits(
  tx: EntityManager,
  ids: IdSource,
  rosterUnits: readonly RosterUnit[],
): Promise<string[]> {
  const units = rosterUnits.map((unit) => ({
    id: ids.next(),
    ...unitFields(unit),
    key: unit.key,
    revision: 1,
  }));
  await insertRows(tx, Unit, units);
  const contacts = rosterUnits.flatMap((unit, index) => contactRows(ids, units[index].id, unit));
  await insertRows(tx, Contact, contacts);
  return units.map((unit) => unit.id);
}

/** Writes a unit over the revision that was read; someone else's change in between is refused (409). */
export async function updateUnit(
  tx: EntityManager,
  ids: IdSource,
  stored: Pick<Unit, 'id' | 'revision'>,
  unit: RosterUnit,
): Promise<void> {
  await saveRevision(tx, Unit, stored, unitFields(unit), '该单位');
  for (const role of ['liaison', 'leader'] as const) {
    const address = unit.contacts[role];
    if (address === undefined) await tx.delete(Contact, { unitId: stored.id, role });
    else await putContact(tx, ids, { unitId: stored.id, role, address });
  }
}

async function putContact(
  tx: EntityManager,
  ids: IdSource,
  contact: Pick<Contact, 'unitId' | 'role' | 'address'>,
): Promise<void> {
  const { unitId, role, address } = contact;
  const { affected } = await tx.update(Contact, { unitId, role }, { address });
  if (affected === 0) {
    await tx.insert(Contact, { id: ids.next(), unitId, role, name: contactRoleTitles[role], address });
  }
}

function unitFields(unit: RosterUnit) {
  const { name, shortName, category, aliases, districtCode, remark, demonstration } = unit;
  return { name, shortName, category, aliases, districtCode: districtCode ?? null, remark, demonstration };
}

function contactRows(ids: IdSource, unitId: string, { contacts }: RosterUnit): Contact[] {
  const rows: Contact[] = [];
  for (const role of ['liaison', 'leader'] as const) {
    const address = contacts[role];
    if (address !== undefined) {
      rows.push({ id: ids.next(), unitId, role, name: contactRoleTitles[role], address });
    }
  }
  return rows;
}
