import { districts } from './districts.js';
import { normaliseName } from './normalise-name.js';
import { issue, rosterColumns, type RosterColumn, type RosterIssue } from './roster-columns.js';
import { type Unit } from './unit.js';

type Claimant = Omit<Unit, 'key'>;

/**
 * Which unit bears which name. Every name, short name and alias belongs to one unit only, else it could not be
 * resolved; and each district has one office.
 */
export class NameClaims {
  private readonly owners = new Map<string, { owner: object; said: string }>();

  /**
   * Claims a unit's names; what another unit already bears is left to it and reported.
   * @param said where the unit stands, for the message: 现有名录 or 第3行
   */
  claim(unit: Claimant, row: number, said: string): RosterIssue[] {
    const claims: [RosterColumn, string][] = [
      ['name', unit.name],
      ['shortName', unit.shortName],
      ...unit.aliases.map((alias): [RosterColumn, string] => ['aliases', alias]),
    ];
    const issues = claims.flatMap(([column, name]) => {
      const bearer = this.take(normaliseName(name), unit, `“${unit.name}”（${said}）`);
      const message = `“${name}”已经是${bearer}的名称或别名。一个名称只能属于一家单位，请改用其他名称。`;
      return bearer ? [issue(row, rosterColumns[column], name, message)] : [];
    });
    return [...issues, ...this.claimDistrict(unit, row, said)];
  }

  private claimDistrict(unit: Claimant, row: number, said: string): RosterIssue[] {
    if (unit.districtCode === undefined) return [];
    const bearer = this.take(`district ${unit.districtCode}`, unit, `“${unit.name}”（${said}）`);
    if (!bearer) return [];
    const district = districts.find(({ code }) => code === unit.districtCode)?.name ?? '';
    return [issue(row, rosterColumns.name, unit.name, `${district}已有${bearer}。一个区只有一家，请核对。`)];
  }

  /** @returns the other bearer as the message names it, if there is one */
  private take(key: string, owner: object, said: string): string | undefined {
    const bearer = this.owners.get(key);
    if (bearer === undefined) this.owners.set(key, { owner, said });
    return bearer === undefined || bearer.owner === owner ? undefined : bearer.said;
  }
}
