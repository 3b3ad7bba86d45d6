import { Injectable } from '@nestjs/common';
import { AccountsQuery } from '../../access/index.js';
import { type OpinionView } from '../../consultation/index.js';
import { findUnits } from '../../directory/index.js';
import { Database } from '../../platform/index.js';

/** Posts and units as the register's pages name them. */
@Injectable()
export class RegisterNames {
  constructor(
    private readonly accounts: AccountsQuery,
    private readonly database: Database,
  ) {}

  /** Posts that may handle opinions, by the name the register keeps. */
  async handlers(compilationId: string): Promise<string[]> {
    const accounts = await this.accounts.list(compilationId);
    return accounts
      .filter(({ disabled, roles }) => !disabled && roles.some(({ role }) => role === 'secretariat'))
      .map(({ signInName }) => signInName);
  }

  async units(): Promise<Map<string, string>> {
    const units = await this.database.read(findUnits);
    return new Map(units.map(({ id, name }) => [id, name]));
  }
}

/** Whoever said it, without a private person's name: lists do not need it. */
export function proposerText(
  { unitId, organisation, category }: Pick<OpinionView, 'unitId' | 'organisation' | 'category'>,
  units: ReadonlyMap<string, string>,
): string {
  if (unitId !== null) return units.get(unitId) ?? category;
  return organisation === null ? category : `${category}　${organisation}`;
}

export const selectedIn = (names: readonly string[], chosen: string | undefined) =>
  names.map((name) => ({ name, selected: name === chosen }));
