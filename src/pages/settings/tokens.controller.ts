import { z } from 'zod';
import { AccountsQuery, issueToken, revokeToken } from '../../access/index.js';
import { formatDateTime } from '../../calendar/index.js';
import { ActRunner } from '../../engine/index.js';
import { lineInput, staff } from '../../platform/index.js';
import {
  actForm,
  form,
  formsOf,
  OnPage,
  page,
  PageController,
  type PageInput,
  seeOther,
} from '../../web/index.js';
import { repeated } from './paging.js';
import { type Looking, SettingsPages, settingsPath } from './settings-pages.js';

const base = '/c/:compilationId/settings/tokens' as const;

const routes = {
  list: page(base, { by: staff }),
  issue: form(base, {
    by: staff,
    body: z.object({ name: lineInput(100), scopes: repeated.pipe(z.array(z.enum(['read', 'write']))) }),
    act: issueToken,
  }),
};

export const TokenForms = formsOf({
  revoke: actForm(revokeToken, `${base}/:tokenId/revoke`, {
    then: ({ params }) =>
      seeOther(settingsPath(params.compilationId, 'tokens'), '令牌已收回，使用它的程序即刻不能再办理。'),
  }),
});

const scopeTitles = { read: '读', write: '写' } as const;

/** 接口令牌: by which programs act for one's own account. */
@PageController()
export class TokensController {
  constructor(
    private readonly pages: SettingsPages,
    private readonly accounts: AccountsQuery,
    private readonly runner: ActRunner,
  ) {}

  @OnPage(routes.list)
  list(input: PageInput<typeof routes.list>) {
    return this.show(null, input);
  }

  /** The token is shown in the answer itself and kept nowhere. */
  @OnPage(routes.issue)
  async issue(input: PageInput<typeof routes.issue>) {
    const { params, body, actor } = input;
    const who = { compilationId: params.compilationId, actor };
    const { token } = await this.runner.perform(issueToken, who, body);
    return this.show({ name: body.name, token }, input);
  }

  private async show(issued: { name: string; token: string } | null, input: Looking) {
    const { compilationId } = input.params;
    const tokens = await this.accounts.tokens(input.visitor.accountId!);
    const view = {
      issued,
      tokens: tokens.map(({ id, name, scopes, createdAt, lastUsedAt }) => ({
        name,
        scopes: scopes.map((scope) => scopeTitles[scope]),
        createdAt: formatDateTime(createdAt),
        lastUsedAt: lastUsedAt === null ? '从未使用' : formatDateTime(lastUsedAt),
        revoke: settingsPath(compilationId, 'tokens', id, 'revoke'),
      })),
      action: settingsPath(compilationId, 'tokens'),
    };
    return this.pages.show('tokens', 'tokens', '接口令牌', view, input);
  }
}
