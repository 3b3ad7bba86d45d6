import { Inject } from '@nestjs/common';
import { z } from 'zod';
import {
  type AccountRow,
  AccountsQuery,
  createAccount,
  disableAccount,
  enableAccount,
  grantRoles,
  resetAccount,
  signOutAccount,
} from '../../access/index.js';
import { ActRunner } from '../../engine/index.js';
import { type Config, configToken, NotFound, roleTitles, staffRoles } from '../../platform/index.js';
import {
  actForm,
  form,
  formsOf,
  nothing,
  OnPage,
  page,
  PageController,
  type PageInput,
  seeOther,
} from '../../web/index.js';
import { repeated } from './paging.js';
import { administrators, type Looking, SettingsPages, settingsPath } from './settings-pages.js';

const base = '/c/:compilationId/settings/accounts' as const;
const one = `${base}/:accountId` as const;
const by = administrators;
const chosenRoles = repeated.pipe(z.array(z.enum(staffRoles)));

const routes = {
  list: page(base, { by }),
  create: form(base, {
    by,
    body: z.object({ signInName: z.string().max(100), name: z.string().max(200), roles: chosenRoles }),
    act: createAccount,
  }),
  one: page(one, { by }),
  roles: form(`${one}/roles`, { by, body: z.object({ roles: chosenRoles }), act: grantRoles }),
  reset: form(`${one}/reset`, { by, body: nothing, act: resetAccount }),
};

export const AccountForms = formsOf({
  disable: actForm(disableAccount, `${one}/disable`, {
    then: ({ params }) =>
      seeOther(settingsPath(params.compilationId, 'accounts'), '账户已停用，它的全部登录已结束。'),
  }),
  enable: actForm(enableAccount, `${one}/enable`, {
    then: ({ params }) =>
      seeOther(settingsPath(params.compilationId, 'accounts', params.accountId), '账户已恢复，口令照旧。'),
  }),
  signOut: actForm(signOutAccount, `${one}/sign-out`, {
    then: ({ params }) =>
      seeOther(
        settingsPath(params.compilationId, 'accounts', params.accountId),
        '该账户在所有设备上的登录已结束。',
      ),
  }),
});

/** 账户: the posts, what each may do in this compilation, and how they get in. */
@PageController()
export class AccountsController {
  constructor(
    private readonly pages: SettingsPages,
    private readonly accounts: AccountsQuery,
    private readonly runner: ActRunner,
    @Inject(configToken) private readonly config: Config,
  ) {}

  @OnPage(routes.list)
  async list(input: PageInput<typeof routes.list>) {
    const { compilationId } = input.params;
    const rows = await this.accounts.list(compilationId);
    const view = {
      accounts: rows.map((row) => ({
        ...lineOf(row),
        href: settingsPath(compilationId, 'accounts', row.id),
      })),
      active: rows.filter(({ disabled }) => !disabled).length,
      withoutPassword: rows.filter(({ disabled, hasPassword }) => !disabled && !hasPassword).length,
      roles: rolesView([]),
      action: settingsPath(compilationId, 'accounts'),
    };
    return this.pages.show('accounts', 'accounts', '账户', view, input);
  }

  /** The link is shown in the answer itself and nowhere else: it opens the account. */
  @OnPage(routes.create)
  async create(input: PageInput<typeof routes.create>) {
    const { params, body, actor } = input;
    const who = { compilationId: params.compilationId, actor };
    const { token, accountId } = await this.runner.perform(createAccount, who, body);
    return this.showLink(token, accountId, input);
  }

  @OnPage(routes.one)
  async one(input: PageInput<typeof routes.one>) {
    const { compilationId, accountId } = input.params;
    const row = await this.find(compilationId, accountId);
    const view = {
      ...lineOf(row),
      choices: rolesView(row.roles.map(({ role }) => role)),
      own: input.visitor.accountId === accountId,
      action: settingsPath(compilationId, 'accounts', accountId),
      back: settingsPath(compilationId, 'accounts'),
    };
    return this.pages.show('accounts', 'account', row.name, view, input);
  }

  @OnPage(routes.roles)
  async roles(input: PageInput<typeof routes.roles>) {
    const { params, body, actor, visitor } = input;
    const { compilationId, accountId } = params;
    await this.runner.perform(grantRoles, { compilationId, actor }, { accountId, roles: body.roles });
    const gaveUp = visitor.accountId === accountId && !body.roles.includes('administrator');
    const path = gaveUp ? settingsPath(compilationId) : settingsPath(compilationId, 'accounts', accountId);
    return seeOther(path, '权限已调整，从下一次操作起生效。');
  }

  @OnPage(routes.reset)
  async reset(input: PageInput<typeof routes.reset>) {
    const { compilationId, accountId } = input.params;
    const who = { compilationId, actor: input.actor };
    const { token } = await this.runner.perform(resetAccount, who, { accountId });
    return this.showLink(token, accountId, input);
  }

  private async find(compilationId: string, accountId: string): Promise<AccountRow> {
    const row = (await this.accounts.list(compilationId)).find(({ id }) => id === accountId);
    if (row === undefined) throw new NotFound('账户', accountId);
    return row;
  }

  private async showLink(token: string, accountId: string, input: Looking) {
    const { compilationId } = input.params;
    const { name, signInName } = await this.find(compilationId, accountId);
    const view = {
      ...{ name, signInName },
      address: `${this.config.publicUrl}/set-password/${token}`,
      back: settingsPath(compilationId, 'accounts', accountId),
    };
    return this.pages.show('accounts', 'account-link', '设置口令的链接', view, input);
  }
}

const rolesView = (held: readonly string[]) =>
  staffRoles.map((role) => ({ role, title: roleTitles[role], held: held.includes(role) }));

const lineOf = ({ signInName, name, roles, hasPassword, hasSecondFactor, disabled }: AccountRow) => ({
  ...{ signInName, name, hasPassword, hasSecondFactor, disabled },
  roles: roles.map(({ title }) => title),
});
