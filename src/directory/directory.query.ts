import { Injectable } from '@nestjs/common';
import { Database } from '../platform/index.js';
import { contactsOf, findExperts, findLeadingGroup, findUnits } from './directory.repository.js';
import { type Expert } from './expert.entity.js';
import { type LeadingGroupMember } from './leading-group-member.entity.js';
import {
  categoryNames,
  normaliseName,
  type Resolution,
  type UnitCategory,
  UnitIndex,
} from './roster/index.js';
import { type Contact, type Unit } from './unit.entity.js';

export interface UnitFilter {
  category?: UnitCategory;
  /** Part of a name, short name or alias, in any spelling that means the same. */
  name?: string;
}

export interface UnitRow extends Unit {
  categoryTitle: string;
  contacts: Omit<Contact, 'unitId'>[];
}

/** Read models of the directory, for pages, API and commands. */
@Injectable()
export class DirectoryQuery {
  constructor(private readonly database: Database) {}

  units(filter: UnitFilter = {}): Promise<UnitRow[]> {
    return this.database.read(async (reader) => {
      const units = (await findUnits(reader)).filter((unit) => matches(unit, filter));
      const ids = units.map((unit) => unit.id);
      const contacts = await contactsOf(reader, ids);
      return units.map((unit) => ({
        ...unit,
        categoryTitle: categoryNames[unit.category].title,
        contacts: (contacts.get(unit.id) ?? []).map(({ id, role, name, address }) => {
          return { id, role, name, address };
        }),
      }));
    });
  }

  /** The unit that a name or alias means, a category, or candidates; undefined when nothing resembles it. */
  resolve(name: string): Promise<Resolution<Unit> | undefined> {
    return this.database.read(async (reader) => new UnitIndex(await findUnits(reader)).resolve(name));
  }

  experts(): Promise<Expert[]> {
    return this.database.read(findExperts);
  }

  leadingGroup(): Promise<LeadingGroupMember[]> {
    return this.database.read(findLeadingGroup);
  }
}

function matches(unit: Unit, { category, name }: UnitFilter): boolean {
  if (category !== undefined && unit.category !== category) return false;
  if (name === undefined) return true;
  const wanted = normaliseName(name);
  return [unit.name, unit.shortName, ...unit.aliases].some((known) => normaliseName(known).includes(wanted));
}
