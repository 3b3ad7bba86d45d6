import { Injectable } from '@nestjs/common';
import {
  categoryNames,
  contactRoleTitles,
  DirectoryQuery,
  districts,
  unitCategories,
  type UnitRow,
} from '../../directory/index.js';
import { type ObligationKind, ObligationsQuery } from '../../obligations/index.js';
import { NotFound } from '../../platform/index.js';
import { listAddress, pageAt } from './paging.js';
import { settingsPath } from './settings-pages.js';

export interface UnitsAsked {
  category?: (typeof unitCategories)[number];
  district?: string;
  name: string;
  page: number;
}

const listed = 'units';

const kinds: readonly { kind: ObligationKind; title: string }[] = [
  { kind: 'material', title: '材料报送' },
  { kind: 'reply', title: '书面征求意见回函' },
];

/** The roster as its pages show it. */
@Injectable()
export class UnitsPage {
  constructor(
    private readonly directory: DirectoryQuery,
    private readonly obligations: ObligationsQuery,
  ) {}

  async list(compilationId: string, asked: UnitsAsked): Promise<object> {
    const { category, district, name, page } = asked;
    const all = await this.directory.units();
    const found = (await this.directory.units({ category, ...(name === '' ? {} : { name }) })).filter(
      (unit) => district === undefined || district === '' || unit.districtCode === district,
    );
    const path = settingsPath(compilationId, listed);
    const filter = { category, district, name };
    const { rows, pager } = pageAt(found, page, (number) => listAddress(path, { ...filter, page: number }));
    return {
      total: all.length,
      found: found.length,
      byCategory: unitCategories.map((key) => ({
        title: categoryNames[key].shortTitle,
        count: all.filter((unit) => unit.category === key).length,
        href: listAddress(path, { category: key }),
      })),
      withoutContact: all.filter((unit) => addressOf(unit, 'liaison') === '').length,
      units: rows.map((unit) => ({ ...lineOf(unit), href: `${path}/${unit.id}` })),
      pager,
      name,
      categories: choices(
        unitCategories.map((key) => [key, categoryNames[key].shortTitle]),
        category,
      ),
      districts: choices(
        districts.map(({ code, name: title }) => [code, title]),
        district,
      ),
    };
  }

  async one(compilationId: string, unitId: string) {
    const unit = await this.find(unitId);
    const { name, aliases, remark, revision, demonstration, contacts, category, districtCode } = unit;
    return {
      ...{ name, remark, revision, demonstration },
      shortName: unit.shortName,
      category: categoryNames[category].shortTitle,
      categories: choices(
        unitCategories.map((key) => [categoryNames[key].shortTitle, categoryNames[key].shortTitle]),
        categoryNames[category].shortTitle,
      ),
      district: districts.find(({ code }) => code === districtCode)?.name ?? null,
      aliases: aliases.join('；'),
      liaison: addressOf(unit, 'liaison'),
      leader: addressOf(unit, 'leader'),
      contacts: contacts.map(({ role, address }) => ({ title: contactRoleTitles[role], address })),
      unasked: await this.unasked(compilationId, unitId),
      action: settingsPath(compilationId, listed, unitId),
      back: settingsPath(compilationId, listed),
    };
  }

  /** What the other units were asked for last, and this one, entered later, was not. */
  private async unasked(compilationId: string, unitId: string) {
    const rows = await this.obligations.list(compilationId);
    return kinds.flatMap(({ kind, title }) => {
      const issued = rows.filter((row) => row.kind === kind);
      const round = Math.max(...issued.map((row) => row.round));
      const asked = issued.some((row) => row.round === round && row.unitId === unitId);
      return issued.length === 0 || asked ? [] : [{ kind, title }];
    });
  }

  private async find(unitId: string): Promise<UnitRow> {
    const unit = (await this.directory.units()).find(({ id }) => id === unitId);
    if (unit === undefined) throw new NotFound('单位', unitId);
    return unit;
  }
}

export const choices = (entries: readonly (readonly [string, string])[], chosen: string | undefined) =>
  entries.map(([value, title]) => ({ value, title, chosen: value === chosen }));

const addressOf = ({ contacts }: UnitRow, role: 'liaison' | 'leader'): string =>
  contacts.find((contact) => contact.role === role)?.address ?? '';

const lineOf = (unit: UnitRow) => ({
  name: unit.name,
  shortName: unit.shortName,
  category: categoryNames[unit.category].shortTitle,
  liaison: addressOf(unit, 'liaison'),
  leader: addressOf(unit, 'leader'),
  demonstration: unit.demonstration,
});
