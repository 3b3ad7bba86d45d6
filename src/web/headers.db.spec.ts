import { createHttpApp } from '../http.js';
import { entities } from '../entities.js';
import { type Config, Database, logger, readConfig, SeededIds, SimulatedClock } from '../platform/index.js';
import { loadSeeds } from '../seeding.js';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { createTestDatabase } from '../../test/support/test-database.js';
import { FoundHouseUseCase } from '../access/index.js';

const start = Date.parse('2021-06-25T09:00:00+08:00');

describe('what the door says beside its answers', () => {
  let app: NestFastifyApplication;
  let close: () => Promise<void>;

  const open = async (environment: Record<string, string>): Promise<string> => {
    const files = await createTestDatabase({ seeded: true });
    const config: Config = readConfig({
      DATABASE_URL: files.url,
      DATA_DIR: files.dataFolder,
      ...environment,
    });
    const clock = new SimulatedClock(start);
    const database = new Database(files.url, entities, true);
    await database.open();
    const serverKey = Buffer.alloc(32, 1);
    app = await createHttpApp({ config, database, clock, ids: new SeededIds(clock, 1), serverKey });
    await loadSeeds(app);
    await app.listen(0, '127.0.0.1');
    close = async () => {
      await app.close();
      await database.close();
      await files.remove();
    };
    return app.getUrl();
  };
  afterEach(() => close());

  const found = async (url: string): Promise<Response> => {
    const link = await app.get(FoundHouseUseCase).offer();
    const password = '一句自己记得住的很长的话';
    const fields = { signInName: 'office-1', name: '经办一岗', password, again: password };
    const body = new URLSearchParams(fields);
    return fetch(`${url}/welcome/${link}`, { method: 'POST', body, redirect: 'manual' });
  };

  it('pages run nothing inline, are framed by nobody and tell nobody where one came from', async () => {
    const { headers } = await fetch(`${await open({})}/sign-in`);
    const policy = headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe-inline');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('strict-transport-security')).toBeNull();
  });

  it('the cookie of a session cannot be read by scripts, and over TLS belongs to this host alone', async () => {
    const plain = (await found(await open({}))).headers.getSetCookie()[0];
    expect(plain).toMatch(/^bianzhi-session=.+; Path=\/; HttpOnly; SameSite=Lax$/);
    await close();
    const overTls = await found(await open({ PUBLIC_URL: 'https://127.0.0.1' }));
    expect(overTls.headers.getSetCookie()[0]).toMatch(
      /^__Host-bianzhi-session=.+; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect(overTls.headers.get('strict-transport-security')).toContain('max-age=31536000');
  });

  it('a forged forwarding header does not make a stranger another one', async () => {
    const url = await open({});
    await found(url);
    const wrong = (forwarded: string) =>
      fetch(`${url}/sign-in`, {
        method: 'POST',
        headers: { 'x-forwarded-for': forwarded },
        body: new URLSearchParams({ signInName: 'office-1', password: '错误的口令错误的口令' }),
      });
    for (let time = 1; time <= 5; time++) expect((await wrong(`10.0.0.${time}`)).status).toBe(422);
    expect((await wrong('10.0.0.99')).status).toBe(429);
  });

  it('a real house has no clock that visitors could move', async () => {
    const url = await open({});
    const answer = await fetch(`${url}/demo/clock`, {
      method: 'POST',
      body: new URLSearchParams({ to: 'day' }),
    });
    expect(answer.status).toBe(404);
  });

  it('a form of too many fields is refused, none of them dropped silently', async () => {
    const url = await open({});
    const body = 'a=1&'.repeat(6000);
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await fetch(`${url}/sign-in`, { method: 'POST', headers, body });
    expect([answer.status, await answer.text()]).toEqual([413, expect.stringContaining('栏目超过')]);
  });

  it('the log names the pattern of an address, never the token in it', async () => {
    const url = await open({});
    const lines: string[] = [];
    const { info } = logger;
    logger.info = ((entry: object) => void lines.push(JSON.stringify(entry))) as typeof logger.info;
    await fetch(`${url}/enter/a-secret-token?next=private`);
    logger.info = info;
    expect(lines.join('\n')).toContain('/enter/:token');
    expect(lines.join('\n')).not.toMatch(/a-secret-token|private/);
  });
});
