import { type EntityManager, In, IsNull, Not } from 'typeorm';
import { z } from 'zod';
import { type Act, defineAct } from '../../engine/index.js';
import {
  exampleId,
  idSchema,
  lineInput,
  named,
  NotFound,
  type Role,
  staffRoles,
  type StaffRole,
  WallClock,
} from '../../platform/index.js';
import { AccountElsewhere, LastAdministrator, SignInNameTaken } from '../access.errors.js';
import { Sessions } from '../sessions/sessions.js';
import { Account, PersonalToken, RoleGrant } from './account.entity.js';
import { newAccount, signInNameSchema } from './found-house.use-case.js';
import { OneTimeLinks } from './one-time-links.js';

/*
 * Who may act in a compilation is part of its record: each change is an act.
 */

const administrators: readonly Role[] = ['administrator'];
const accountId = idSchema;
const roles = named('权限', z.array(z.enum(staffRoles)).max(staffRoles.length));
const link = z.object({
  accountId: z.string(),
  token: z.string().describe('设置口令的链接所带的令牌，只在此答复中给出'),
});

export const createAccount = defineAct({
  name: 'account.created',
  title: '增设账户',
  summary: '增设一个账户；答复中有设置口令所用的令牌',
  afterEnd: 'always',
  may: administrators,
  path: 'accounts',
  input: z.object({
    signInName: named('岗位名', signInNameSchema),
    name: named('名称', lineInput(40)),
    roles,
  }),
  example: { signInName: 'office-9', name: '经办九岗', roles: ['secretariat'] },
  answer: link,
  status: 201,
  uses: { links: OneTimeLinks },
  async perform(act, { signInName, name, roles }, { links }) {
    if (await act.tx.existsBy(Account, { signInName })) throw new SignInNameTaken(signInName);
    const account = newAccount(act.ids.next(), signInName, name, act.now);
    await act.tx.insert(Account, account);
    await setRoles(act, account.id, roles);
    act.note({ post: signInName, roles });
    return { accountId: account.id, token: await links.make(act.tx, 'setPassword', account.id) };
  },
});

export const grantRoles = defineAct({
  name: 'roles.changed',
  title: '调整权限',
  summary: '调整一个账户在本编制项目中的权限',
  afterEnd: 'always',
  may: administrators,
  path: 'accounts/:accountId/roles',
  input: z.object({ accountId, roles }),
  example: { accountId: exampleId, roles: ['secretariat'] },
  async perform(act, { accountId, roles }) {
    const { signInName } = await find(act.tx, accountId);
    await setRoles(act, accountId, roles);
    await requireAdministrator(act.tx, act.compilationId);
    act.note({ post: signInName, roles });
  },
});

const ofOneAccount = {
  may: administrators,
  input: z.object({ accountId }),
  example: { accountId: exampleId },
};

/** Takes effect with the next request of whoever is signed in. */
export const disableAccount = defineAct({
  ...ofOneAccount,
  name: 'account.disabled',
  title: '停用账户',
  afterEnd: 'always',
  path: 'accounts/:accountId/disable',
  uses: { sessions: Sessions },
  async perform(act, { accountId }, { sessions }) {
    const { signInName } = await findWithinReach(act, accountId);
    await act.tx.update(Account, { id: accountId }, { disabledAt: act.now });
    await sessions.endAll(act.tx, accountId);
    await requireAdministrator(act.tx, act.compilationId);
    act.note({ post: signInName });
  },
});

export const enableAccount = defineAct({
  ...ofOneAccount,
  name: 'account.enabled',
  title: '恢复账户',
  afterEnd: 'always',
  path: 'accounts/:accountId/enable',
  async perform(act, { accountId }) {
    const { signInName } = await findWithinReach(act, accountId);
    await act.tx.update(Account, { id: accountId }, { disabledAt: null });
    act.note({ post: signInName });
  },
});

/** For a forgotten password or a lost authenticator: both are set anew. */
export const resetAccount = defineAct({
  ...ofOneAccount,
  name: 'account.reset',
  title: '重设账户口令',
  summary: '重设账户的口令和验证器；答复中有设置口令所用的令牌',
  afterEnd: 'always',
  path: 'accounts/:accountId/reset',
  answer: link,
  uses: { clock: WallClock, links: OneTimeLinks, sessions: Sessions },
  async perform(act, { accountId }, { clock, links, sessions }) {
    const { signInName } = await findWithinReach(act, accountId);
    const nothing = { passwordHash: null, totpSecret: null, totpConfirmedAt: null, totpLastStep: null };
    await act.tx.update(Account, { id: accountId }, nothing);
    // Whoever had the password may have issued tokens with it.
    const live = { accountId, revokedAt: IsNull() };
    await act.tx.update(PersonalToken, live, { revokedAt: clock.now() });
    await sessions.endAll(act.tx, accountId);
    act.note({ post: signInName });
    return { accountId, token: await links.make(act.tx, 'setPassword', accountId) };
  },
});

/** Ends what is open on every machine; the password stays as it is. */
export const signOutAccount = defineAct({
  ...ofOneAccount,
  name: 'account.signedOut',
  title: '结束账户的全部登录',
  afterEnd: 'always',
  path: 'accounts/:accountId/sign-out',
  uses: { sessions: Sessions },
  async perform(act, { accountId }, { sessions }) {
    const { signInName } = await findWithinReach(act, accountId);
    await sessions.endAll(act.tx, accountId);
    act.note({ post: signInName });
  },
});

async function setRoles(act: Act, accountId: string, roles: StaffRole[]): Promise<void> {
  const { compilationId } = act;
  await act.tx.delete(RoleGrant, { accountId, compilationId });
  for (const role of new Set(roles)) {
    const grant = { id: act.ids.next(), accountId, compilationId, role, grantedAt: act.now };
    await act.tx.insert(RoleGrant, grant);
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
