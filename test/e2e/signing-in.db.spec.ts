import { generate } from 'otplib';
import {
  createAccount,
  disableAccount,
  FoundHouseUseCase,
  issueToken,
  resetAccount,
} from '../../src/access/index.js';
import { Account, RoleGrant } from '../../src/access/accounts/account.entity.js';
import { type HttpHouse, openHttpHouse } from '../support/http-house.js';
import { formTokenOf, visitAs } from '../support/page-visitor.js';

const minute = 60_000;
const password = '一句自己记得住的很长的话';
const founder = { signInName: 'office-1', name: '经办一岗', password, again: password };

describe('signing in', () => {
  let house: HttpHouse;
  beforeEach(async () => {
    house = await openHttpHouse(undefined, 12);
  });
  afterEach(() => house.close());

  interface Reply {
    status: number;
    location: string | null;
    /** Of the session; null when the answer sets none. */
    token: string | null;
    html: string;
  }

  const send = async (
    path: string,
    fields: Record<string, string> | null,
    token?: string,
  ): Promise<Reply> => {
    const formToken = token === undefined ? '' : await formTokenOf(house, token);
    const body = fields === null ? undefined : new URLSearchParams({ ...fields, formToken });
    const headers: Record<string, string> = { accept: 'text/html' };
    if (token !== undefined) headers.cookie = `bianzhi-session=${token}`;
    const method = body === undefined ? 'GET' : 'POST';
    const answer = await fetch(house.url + path, { method, body, headers, redirect: 'manual' });
    const set = answer.headers.getSetCookie().find((line) => line.startsWith('bianzhi-session='));
    return {
      status: answer.status,
      location: answer.headers.get('location'),
      token: /=([^;]+)/.exec(set ?? '')?.[1] ?? null,
      html: await answer.text(),
    };
  };
  const found = async (): Promise<string> => {
    const link = await house.get(FoundHouseUseCase).offer();
    const { token } = await send(`/welcome/${link}`, founder);
    return token!;
  };
  const signIn = (secret = password) => send('/sign-in', { signInName: 'office-1', password: secret });
  const overview = () => `/c/${house.compilationId}/overview`;
  const statusOf = async (token: string) => (await send(overview(), null, token)).status;
  const codeOf = (secret: string) => generate({ secret, epoch: Math.floor(house.clock.now() / 1000) });
  /** @returns the authenticator's secret */
  const bind = async (token: string): Promise<string> => {
    const { html } = await send('/account', null, token);
    const [, secret] = /密钥：<span class="mono">([A-Z2-7]+)/.exec(html)!;
    await send('/account/second-factor', { code: await codeOf(secret) }, token);
    return secret;
  };
  const wait = (ms: number) => house.clock.moveTo(house.clock.now() + ms);

  it('the first account is made by a link that works once; there is no password before', async () => {
    expect((await signIn()).status).toBe(422);
    const link = await house.get(FoundHouseUseCase).offer();
    expect((await send(`/welcome/${link}`, null)).status).toBe(200);
    const made = await send(`/welcome/${link}`, founder);
    expect([made.status, made.location]).toEqual([303, '/account']);
    expect(await statusOf(made.token!)).toBe(200);
    expect((await send(`/welcome/${link}`, founder)).status).toBe(404);
    expect(await house.get(FoundHouseUseCase).offer()).toBeNull();
  });

  it('a password that is short or holds the post is refused, and the link still works', async () => {
    const link = await house.get(FoundHouseUseCase).offer();
    const weak = { ...founder, password: 'office-1!', again: 'office-1!' };
    expect((await send(`/welcome/${link}`, weak)).status).toBe(422);
    expect((await send(`/welcome/${link}`, { ...founder, again: '另一句' })).status).toBe(422);
    expect((await send(`/welcome/${link}`, founder)).status).toBe(303);
  });

  it('five failures shut a post out for a quarter of an hour, the right password too', async () => {
    await found();
    for (let time = 1; time <= 5; time++) expect((await signIn('错误的口令错误的口令')).status).toBe(422);
    expect((await signIn()).status).toBe(429);
    wait(16 * minute);
    expect((await signIn()).status).toBe(303);
  });

  it('of many guesses sent at once no more than five are looked at', async () => {
    await found();
    const guesses = await Promise.all(Array.from({ length: 20 }, () => signIn('another wrong password')));
    expect(guesses.filter(({ status }) => status === 422)).toHaveLength(5);
    expect(guesses.filter(({ status }) => status === 429)).toHaveLength(15);
  });

  it('signing in anew ends the session in which somebody came', async () => {
    const first = await found();
    const anew = await send('/sign-in', { signInName: 'office-1', password }, first);
    expect(anew.status).toBe(303);
    expect([await statusOf(first), await statusOf(anew.token!)]).toEqual([303, 200]);
  });

  it('binding an authenticator puts out whoever came in elsewhere without it', async () => {
    const token = await found();
    const elsewhere = (await signIn()).token!;
    await bind(token);
    expect([await statusOf(elsewhere), await statusOf(token)]).toEqual([303, 200]);
  });

  it('of two that send one code at once only one comes in', async () => {
    const secret = await bind(await found());
    wait(minute);
    const code = await codeOf(secret);
    const halves = [(await signIn()).token!, (await signIn()).token!];
    const answers = await Promise.all(halves.map((half) => send('/sign-in/code', { code }, half)));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422]);
  });

  it('half an hour of rest or twelve hours in all end a session', async () => {
    const token = await found();
    wait(29 * minute);
    expect(await statusOf(token)).toBe(200);
    wait(31 * minute);
    expect(await statusOf(token)).toBe(303);
    const second = (await signIn()).token!;
    for (let worked = 0; worked < 12 * 60; worked += 20) {
      expect(await statusOf(second)).toBe(200);
      wait(20 * minute);
    }
    wait(minute);
    expect(await statusOf(second)).toBe(303);
  });

  it('signing out everywhere ends every session of the post', async () => {
    const first = await found();
    const second = (await signIn()).token!;
    expect((await send('/sign-out', { everywhere: 'yes' }, second)).status).toBe(303);
    expect([await statusOf(first), await statusOf(second)]).toEqual([303, 303]);
  });

  it('once an authenticator is bound, the password alone opens nothing, and a code works once', async () => {
    const token = await found();
    const secret = /密钥：<span class="mono">([A-Z2-7]+)/.exec(
      (await send('/account', null, token)).html,
    )![1];
    const code = () => generate({ secret, epoch: Math.floor(house.clock.now() / 1000) });
    expect((await send('/account/second-factor', { code: '000000' }, token)).status).toBe(422);
    expect((await send('/account/second-factor', { code: await code() }, token)).status).toBe(303);
    const half = await signIn();
    expect(half.location).toBe('/sign-in/code');
    expect(await statusOf(half.token!)).toBe(303);
    expect((await send('/account', null, half.token!)).status).toBe(303);
    expect((await send('/sign-in/code', { code: await code() }, half.token!)).status).toBe(422);
    wait(minute);
    const whole = await send('/sign-in/code', { code: await code() }, half.token!);
    expect(await statusOf(whole.token!)).toBe(200);
    expect(await statusOf(half.token!)).toBe(303);
  });

  it('where a second factor is required, nothing can be done before it is bound', async () => {
    house.config.secondFactorRequired = true;
    const token = await found();
    expect(await send(overview(), null, token)).toMatchObject({ status: 303, location: '/account' });
    expect((await send(`${overview()}/steps/startCompilation`, {}, token)).status).toBe(403);
    expect((await send('/account', null, token)).html).toContain('须先绑定');
  });

  it('a role that is taken away is gone with the next request', async () => {
    const office = await visitAs(house, 'secretariat');
    expect((await office.get(overview())).status).toBe(200);
    await house.database.write((tx) => tx.delete(RoleGrant, { compilationId: house.compilationId }));
    expect((await office.get(overview())).status).toBe(403);
  });

  it('a new post sets its password by a link, once, and is out again when it is disabled', async () => {
    await found();
    const admin = { kind: 'administrator', id: 'office-1' } as const;
    const input = { signInName: 'review-1', name: '复核岗', roles: ['reviewer' as const] };
    const { accountId, token: link } = await house.perform(createAccount, input, admin);
    const chosen = { password: '另一句自己记得住的很长的话', again: '另一句自己记得住的很长的话' };
    const entered = await send(`/set-password/${link}`, chosen);
    expect(await statusOf(entered.token!)).toBe(200);
    expect((await send(`/set-password/${link}`, chosen)).status).toBe(404);
    await house.perform(disableAccount, { accountId }, admin);
    expect(await statusOf(entered.token!)).toBe(303);
    const own = await house.database.read((reader) =>
      reader.findOneByOrFail(Account, { signInName: 'office-1' }),
    );
    await expect(house.perform(disableAccount, { accountId: own.id }, admin)).rejects.toThrow(
      '唯一的系统管理员',
    );
  });

  it('a personal token acts within its scopes until it is revoked', async () => {
    await found();
    const admin = { kind: 'administrator', id: 'office-1' } as const;
    const { id } = await house.database.read((reader) =>
      reader.findOneByOrFail(Account, { signInName: 'office-1' }),
    );
    const { token } = await house.perform(issueToken, { name: '统计', scopes: ['read'] }, admin);
    const headers = { authorization: `Bearer ${token}` };
    const status = `${house.url}/api/v1/compilations/${house.compilationId}/status`;
    expect((await fetch(status, { headers })).status).toBe(200);
    const advance = status.replace('status', 'advance');
    const body = JSON.stringify({ event: 'startCompilation' });
    const json = { ...headers, 'content-type': 'application/json' };
    expect((await fetch(advance, { method: 'POST', headers: json, body })).status).toBe(401);
    const stored = await house.database.read((reader) => reader.query('SELECT * FROM personal_token'));
    expect(JSON.stringify(stored)).not.toContain(token);
    await house.perform(resetAccount, { accountId: id }, admin);
    expect((await fetch(status, { headers })).status).toBe(401);
  });

  it('a session may change through the API only with the token of its pages', async () => {
    const token = await found();
    const advance = `${house.url}/api/v1/compilations/${house.compilationId}/advance`;
    const headers = { cookie: `bianzhi-session=${token}`, 'content-type': 'application/json' };
    const body = JSON.stringify({ event: 'startCompilation' });
    expect((await fetch(advance, { method: 'POST', headers, body })).status).toBe(403);
    const own = { ...headers, 'x-form-token': await formTokenOf(house, token) };
    expect(
      (await fetch(advance, { method: 'POST', headers: { ...own, 'sec-fetch-site': 'cross-site' }, body }))
        .status,
    ).toBe(403);
    expect((await fetch(advance, { method: 'POST', headers: own, body })).status).toBe(200);
  });
});
