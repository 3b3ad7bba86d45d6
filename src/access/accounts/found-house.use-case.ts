import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { CompilationQuery } from '../../compilation/index.js';
import {
  Database,
  IdSource,
  lineInput,
  parseInput,
  staffRoles,
  tidySignInName,
  WallClock,
} from '../../platform/index.js';
import { SignInNameTaken } from '../access.errors.js';
import { Sessions } from '../sessions/sessions.js';
import { Account, RoleGrant } from './account.entity.js';
import { OneTimeLinks } from './one-time-links.js';
import { checkPassword, hashPassword } from './passwords.js';

export const signInNameSchema = z
  .string({ error: '请填写' })
  .transform(tidySignInName)
  .refine((name) => /^[a-z][a-z0-9-]{1,39}$/.test(name), {
    error: '岗位名应为2至40个小写字母、数字或者连字符，以字母开头，例如 office-1',
  });

export const foundHouseSchema = z.object({
  signInName: signInNameSchema,
  name: lineInput(40),
  password: z.string({ error: '请填写' }).max(1000),
});

/** The first administrator comes by a link that the first start prints: no default password exists. */
@Injectable()
export class FoundHouseUseCase {
  constructor(
    private readonly database: Database,
    private readonly clock: WallClock,
    private readonly ids: IdSource,
    private readonly links: OneTimeLinks,
    private readonly sessions: Sessions,
    private readonly compilations: CompilationQuery,
  ) {}

  /** @returns the token of a new link; null when there are accounts already */
  async offer(): Promise<string | null> {
    return this.database.write(async (tx) => {
      if ((await tx.count(Account)) > 0) return null;
      return this.links.make(tx, 'firstAdministrator', null);
    });
  }

  /** Makes the account, with every role in every compilation there is. @returns a session's token */
  async redeem(token: string, input: unknown): Promise<string> {
    const { signInName, name, password } = parseInput(foundHouseSchema, input);
    checkPassword(password, signInName);
    const passwordHash = await hashPassword(password);
    const compilations = await this.compilations.list();
    return this.database.write(async (tx) => {
      const link = await this.links.redeem(tx, token);
      if (link.purpose !== 'firstAdministrator') throw new SignInNameTaken(signInName);
      const account = newAccount(this.ids.next(), signInName, name, this.clock.now());
      await tx.insert(Account, { ...account, passwordHash });
      for (const compilation of compilations) {
        for (const role of staffRoles) {
          const grant = { accountId: account.id, compilationId: compilation.id, role };
          await tx.insert(RoleGrant, { id: this.ids.next(), ...grant, grantedAt: this.clock.now() });
        }
      }
      return this.sessions.open(tx, { kind: 'account', name, accountId: account.id });
    });
  }
}

export function newAccount(id: string, signInName: string, name: string, createdAt: number): Account {
  const nothingYet = { passwordHash: null, totpSecret: null, totpConfirmedAt: null, totpLastStep: null };
  return { id, signInName, name, createdAt, ...nothingYet, disabledAt: null, revision: 1 };
}
