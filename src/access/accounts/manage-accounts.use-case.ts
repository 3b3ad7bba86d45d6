import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull, Not } from 'typeorm';
import { z } from 'zod';
import { type Act, Acts } from '../../engine/index.js';
import {
  type Actor,
  IdSource,
  lineInput,
  NotFound,
  parseInput,
  staffRoles,
  type StaffRole,
  WallClock,
} from '../../platform/index.js';
import { AccountElsewhere, LastAdministrator, SignInNameTaken } from '../access.errors.js';
import { hashOf, newToken } from '../secrets.js';
import { Sessions } from '../sessions/sessions.js';
import { Account, PersonalToken, RoleGrant, type TokenScope } from './account.entity.js';
import { newAccount, signInNameSchema } from './found-house.use-case.js';
import { OneTimeLinks } from './one-time-links.js';

const rolesSchema = z.array(z.enum(staffRoles)).max(staffRoles.length);
export const createAccountSchema = z.object({
  signInName: signInNameSchema,
  name: lineInput(40),
  roles: rolesSchema,
});

/** Who may act in a compilation is part of its record: each change is an act. */
@Injectable()
export class ManageAccountsUseCase {
  constructor(
    private readonly acts: Acts,
    private readonly clock: WallClock,
    private readonly ids: IdSource,
    private readonly links: OneTimeLinks,
    private readonly sessions: Sessions,
  ) {}

  /** @returns the token of the link by which the post sets its password */
  create(compilationId: string, actor: Actor, input: unknown): Promise<{ accountId: string; token: string }> {
    const { signInName, name, roles } = parseInput(createAccountSchema, input);
    return this.acts.perform({ compilationId, actor, type: 'account.created' }, async (act) => {
      if (await act.tx.existsBy(Account, { signInName })) throw new SignInNameTaken(signInName);
      const account = newAccount(act.ids.next(), signInName, name, act.now);
      await act.tx.insert(Account, account);
      await this.setRoles(act, account.id, roles);
      act.note({ post: signInName, roles });
      return { accountId: account.id, token: await this.links.make(act.tx, 'setPassword', account.id) };
    });
  }

  grant(compilationId: string, actor: Actor, accountId: string, roles: unknown): Promise<void> {
    const wanted = parseInput(rolesSchema, roles);
    return this.acts.perform({ compilationId, actor, type: 'roles.changed' }, async (act) => {
      const { signInName } = await find(act.tx, accountId);
      await this.setRoles(act, accountId, wanted);
      await requireAdministrator(act.tx, compilationId);
      act.note({ post: signInName, roles: wanted });
    });
  }

  /** Takes effect with the next request of whoever is signed in. */
  disable(compilationId: string, actor: Actor, accountId: string, disabled: boolean): Promise<void> {
    const type = disabled ? 'account.disabled' : 'account.enabled';
    return this.acts.perform({ compilationId, actor, type }, async (act) => {
      const { signInName } = await findWithinReach(act, accountId);
      await act.tx.update(Account, { id: accountId }, { disabledAt: disabled ? act.now : null });
      if (disabled) await this.sessions.endAll(act.tx, accountId);
      await requireAdministrator(act.tx, compilationId);
      act.note({ post: signInName });
    });
  }

  /** For a forgotten password or a lost authenticator: both are set anew. @returns the link's token */
  reset(compilationId: string, actor: Actor, accountId: string): Promise<string> {
    return this.acts.perform({ compilationId, actor, type: 'account.reset' }, async (act) => {
      const { signInName } = await findWithinReach(act, accountId);
      const nothing = { passwordHash: null, totpSecret: null, totpConfirmedAt: null, totpLastStep: null };
      await act.tx.update(Account, { id: accountId }, nothing);
      // Whoever had the password may have issued tokens with it.
      const live = { accountId, revokedAt: IsNull() };
      await act.tx.update(PersonalToken, live, { revokedAt: this.clock.now() });
      await this.sessions.endAll(act.tx, accountId);
      act.note({ post: signInName });
      return this.links.make(act.tx, 'setPassword', accountId);
    });
  }

  /** Ends what is open on every machine; the password stays as it is. */
  signOutEverywhere(compilationId: string, actor: Actor, accountId: string): Promise<void> {
    return this.acts.perform({ compilationId, actor, type: 'account.signedOut' }, async (act) => {
      const { signInName } = await findWithinReach(act, accountId);
      await this.sessions.endAll(act.tx, accountId);
      act.note({ post: signInName });
    });
  }

  /** @returns the token; it is shown once and kept nowhere */
  issueToken(
    compilationId: string,
    actor: Actor,
    accountId: string,
    name: string,
    scopes: TokenScope[],
  ): Promise<string> {
    return this.acts.perform({ compilationId, actor, type: 'token.issued' }, async (act) => {
      const token = `bz_${newToken(this.ids)}`;
      const row = { id: act.ids.next(), accountId, name, scopes, tokenHash: hashOf(token) };
      const createdAt = this.clock.now();
      await act.tx.insert(PersonalToken, { ...row, createdAt, lastUsedAt: null, revokedAt: null });
      act.note({ tokenId: row.id, scopes });
      return token;
    });
  }

  revokeToken(compilationId: string, actor: Actor, accountId: string, tokenId: string): Promise<void> {
    return this.acts.perform({ compilationId, actor, type: 'token.revoked' }, async (act) => {
      const mine = { id: tokenId, accountId, revokedAt: IsNull() };
      const { affected } = await act.tx.update(PersonalToken, mine, { revokedAt: this.clock.now() });
      if (affected !== 1) throw new NotFound('令牌', tokenId);
      act.note({ tokenId });
    });
  }

  private async setRoles(act: Act, accountId: string, roles: StaffRole[]): Promise<void> {
    const { compilationId } = act;
    await act.tx.delete(RoleGrant, { accountId, compilationId });
    for (const role of new Set(roles)) {
      const grant = { id: act.ids.next(), accountId, compilationId, role, grantedAt: act.now };
      await act.tx.insert(RoleGrant, grant);
    }
  }
}

async function find(tx: EntityManager, id: string): Promise<Account> {
  const account = await tx.findOneBy(Account, { id });
  if (account === null) throw new NotFound('账户', id);
  return account;
}

/**
 * Whoever may reset an account may become it. So an account that acts in other compilations too is left to those who
 * administer these, unless nobody does. @throws AccountElsewhere
 */
async function findWithinReach(act: Act, id: string): Promise<Account> {
  const account = await find(act.tx, id);
  if (account.signInName === act.actor.id) return account;
  const held = await act.tx.findBy(RoleGrant, { accountId: id, compilationId: Not(act.compilationId) });
  for (const { compilationId } of held) {
    const grants = await act.tx.findBy(RoleGrant, { compilationId, role: 'administrator' });
    const ids = grants.map(({ accountId }) => accountId);
    const mine = { id: In(ids), signInName: act.actor.id };
    if (ids.length > 0 && !(await act.tx.existsBy(Account, mine))) throw new AccountElsewhere();
  }
  return account;
}

/** Nobody could give anybody a role again. */
async function requireAdministrator(tx: EntityManager, compilationId: string): Promise<void> {
  const grants = await tx.findBy(RoleGrant, { compilationId, role: 'administrator' });
  for (const { accountId } of grants) {
    if (await tx.existsBy(Account, { id: accountId, disabledAt: IsNull() })) return;
  }
  throw new LastAdministrator();
}
