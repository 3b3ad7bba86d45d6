import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import { Database, NotFound, roleTitles, type StaffRole } from '../../platform/index.js';
import { Account, PersonalToken, RoleGrant, type TokenScope } from './account.entity.js';

export interface AccountRow {
  id: string;
  signInName: string;
  name: string;
  roles: { role: StaffRole; title: string }[];
  hasPassword: boolean;
  hasSecondFactor: boolean;
  disabled: boolean;
}

export interface TokenRow {
  id: string;
  name: string;
  scopes: TokenScope[];
  createdAt: number;
  lastUsedAt: number | null;
}

/** Read models of the posts and what they may do. */
@Injectable()
export class AccountsQuery {
  constructor(private readonly database: Database) {}

  /** Everybody, with their roles in one compilation. */
  list(compilationId: string): Promise<AccountRow[]> {
    return this.database.read(async (reader) => {
      const accounts = await reader.find(Account, { order: { signInName: 'ASC' } });
      const grants = await reader.findBy(RoleGrant, { compilationId });
      return accounts.map((account) => rowOf(account, grants));
    });
  }

  async one(accountId: string): Promise<Account> {
    const account = await this.database.read((reader) => reader.findOneBy(Account, { id: accountId }));
    if (account === null) throw new NotFound('账户', accountId);
    return account;
  }

  tokens(accountId: string): Promise<TokenRow[]> {
    return this.database.read(async (reader) => {
      const tokens = await reader.find(PersonalToken, {
        where: { accountId, revokedAt: IsNull() },
        order: { id: 'ASC' },
      });
      return tokens.map(({ id, name, scopes, createdAt, lastUsedAt }) => {
        return { id, name, scopes, createdAt, lastUsedAt };
      });
    });
  }
}

/** What each post is called, by the sign-in name that is its id in the ledger. */
export async function postNamesOf(reader: EntityManager): Promise<Map<string, string>> {
  const accounts = await reader.find(Account, { select: { signInName: true, name: true } });
  return new Map(accounts.map(({ signInName, name }) => [signInName, name]));
}

function rowOf(account: Account, grants: RoleGrant[]): AccountRow {
  const { id, signInName, name, passwordHash, totpConfirmedAt, disabledAt } = account;
  const roles = grants
    .filter((grant) => grant.accountId === id)
    .map(({ role }) => ({ role, title: roleTitles[role] }));
  return {
    ...{ id, signInName, name, roles },
    hasPassword: passwordHash !== null,
    hasSecondFactor: totpConfirmedAt !== null,
    disabled: disabledAt !== null,
  };
}
