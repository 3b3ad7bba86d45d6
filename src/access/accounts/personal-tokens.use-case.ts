import { IsNull } from 'typeorm';
import { z } from 'zod';
import { type Act, defineAct } from '../../engine/index.js';
import {
  exampleId,
  idSchema,
  IdSource,
  lineInput,
  named,
  NotFound,
  staff,
  WallClock,
} from '../../platform/index.js';
import { hashOf, newToken } from '../secrets.js';
import { Account, PersonalToken } from './account.entity.js';

/*
 * Tokens by which programs act for one's own account.
 */

/** The token is shown once, in the answer, and kept nowhere. */
export const issueToken = defineAct({
  name: 'token.issued',
  title: '签发令牌',
  summary: '为自己的账户签发一个接口令牌；只在答复中给出',
  afterEnd: 'always',
  may: staff,
  path: 'tokens',
  input: z.object({
    name: named('名称', lineInput(100)),
    scopes: named(
      '权限',
      z.array(z.enum(['read', 'write'])).min(1, { error: '请至少选择一项权限：读或者写' }),
    ),
  }),
  example: { name: '统计程序', scopes: ['read'] },
  answer: z.object({ token: z.string() }),
  status: 201,
  uses: { ids: IdSource, clock: WallClock },
  async perform(act, { name, scopes }, { ids, clock }) {
    const accountId = await ownAccount(act);
    const token = `bz_${newToken(ids)}`;
    const row = { id: act.ids.next(), accountId, name, scopes, tokenHash: hashOf(token) };
    await act.tx.insert(PersonalToken, { ...row, createdAt: clock.now(), lastUsedAt: null, revokedAt: null });
    act.note({ tokenId: row.id, scopes });
    return { token };
  },
});

export const revokeToken = defineAct({
  name: 'token.revoked',
  title: '收回令牌',
  summary: '收回自己的一个接口令牌',
  afterEnd: 'always',
  may: staff,
  path: 'tokens/:tokenId/revoke',
  input: z.object({ tokenId: idSchema }),
  example: { tokenId: exampleId },
  uses: { clock: WallClock },
  async perform(act, { tokenId }, { clock }) {
    const mine = { id: tokenId, accountId: await ownAccount(act), revokedAt: IsNull() };
    const { affected } = await act.tx.update(PersonalToken, mine, { revokedAt: clock.now() });
    if (affected !== 1) throw new NotFound('令牌', tokenId);
    act.note({ tokenId });
  },
});

/** Whoever acts without an account (the command line) has no tokens. @throws NotFound */
async function ownAccount({ tx, actor }: Act): Promise<string> {
  const account = await tx.findOneBy(Account, { signInName: actor.id });
  if (account === null) throw new NotFound('账户', actor.id);
  return account.id;
}
