import { request } from 'node:http';
import { connect } from 'node:net';
import { type HttpHouse, openHttpHouse } from '../support/http-house.js';

interface Problem {
  code: string;
  detail: string;
  instance: string;
}

const json = { 'content-type': 'application/json' };
const raisedIssue = {
  kind: '重大问题',
  title: '题',
  views: [{ holder: '甲', view: '应', reason: '' }],
  proposal: '',
};

describe('the HTTP door', () => {
  let house: HttpHouse;
  let all: string;
  beforeAll(async () => {
    house = await openHttpHouse();
    all = `/api/v1/compilations/${house.compilationId}`;
  });
  afterAll(() => house.close());

  const refusal = async (path: string, options: Parameters<HttpHouse['call']>[1] = {}) => {
    const { status, json: problem } = await house.call<Problem>(path, options);
    return [status, problem.code];
  };

  it('says in Chinese what is wrong with a request before anyone has looked at it', async () => {
    const issues = `${all}/issues`;
    const post = { method: 'POST', headers: json };
    expect(await refusal(issues, { ...post, body: '{"kind": ' })).toEqual([400, 'malformed-json']);
    expect(await refusal(issues, { ...post, body: '' })).toEqual([400, 'malformed-json']);
    expect(await refusal(issues, { ...post, body: '{"__proto__": {"a": 1}}' })).toEqual([
      400,
      'malformed-json',
    ]);
    expect(await refusal(issues, { ...post, body: `"${'长'.repeat(400_000)}"` })).toEqual([
      413,
      'body-too-large',
    ]);
    const text = { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'x' };
    expect(await refusal(issues, text)).toEqual([415, 'unsupported-media-type']);
    const form = {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'a=1',
    };
    expect(await refusal(issues, form)).toEqual([415, 'unsupported-media-type']);
    expect(await refusal('/nowhere')).toEqual([404, 'unknown-address']);
    expect(await refusal('/api/v1/%zz')).toEqual([400, 'malformed-address']);
    expect(await refusal(`${issues}?limit=${'9'.repeat(20_000)}`)).toEqual([431, 'headers-too-large']);
    expect(await refusal('/api/v1/compilations/no-such/deadlines')).toEqual([404, 'not-found']);
  });

  it('names the methods that an address has when another one is used', async () => {
    const answer = await house.call<Problem>(`${all}/issues`, { method: 'DELETE' });
    expect([answer.status, answer.json.code]).toEqual([405, 'wrong-method']);
    expect(answer.headers.get('allow')).toBe('GET, POST');
  });

  it('answers on the socket when what arrives is no HTTP', async () => {
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(new URL(house.url).port), '127.0.0.1', () => socket.end('HELLO\r\n\r\n'));
      let received = '';
      socket.on('data', (chunk) => (received += chunk.toString()));
      socket.on('close', () => resolve(received)).on('error', reject);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400 .*\r\n/);
    expect(answer).toContain('application/problem+json');
    expect(answer).toMatch(/[\u4e00-\u9fff]/);
  });

  it('does not name what was asked for in a problem, since a query may hold names', async () => {
    const { json: problem } = await house.call<Problem>(`${all}/units?nobody=张三`);
    expect(problem.instance).toBe(`${all}/units`);
  });

  it('keeps out a page of another site that pretends to live here', async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const headers = { host: 'evil.example.com' };
      const call = request(`${house.url}/api/v1/compilations`, { headers }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      call.on('error', reject).end();
    });
    expect(status).toBe(421);
  });

  it('forbids storing, framing, sniffing and running what it answers', async () => {
    for (const path of ['/api/v1/compilations', '/nowhere', '/healthz']) {
      const { headers } = await house.call(path);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
      expect(headers.get('access-control-allow-origin')).toBeNull();
    }
  });

  it('lists its routes on a page that needs no script and nothing from elsewhere', async () => {
    const { status, headers, text } = await house.call('/api', { actor: null });
    expect(status).toBe(200);
    expect(headers.get('content-security-policy')).toContain("default-src 'none'; style-src 'self'");
    expect(text).toContain('办理一步；条件不具备时逐条列明还差什么');
    expect(text).toContain('/api/v1/compilations/{compilationId}/advance');
    expect(text).not.toMatch(/<script|(?:src|href)="(?:https?:)?\/\//);
    expect((await house.call('/api/style.css')).headers.get('content-type')).toBe('text/css; charset=utf-8');
  });

  it('says that it runs, and that it can work', async () => {
    expect((await house.call('/healthz', { actor: null })).json).toEqual({ ok: true });
    expect((await house.call('/readyz', { actor: null })).json).toEqual({
      migrated: true,
      ledgers: 1,
      backlogSeconds: 0,
    });
  });

  it('says each unmet requirement of a step with its facts', async () => {
    await house.call(`${all}/advance`, { body: { event: 'startCompilation' } });
    const answer = await house.call<Problem & { event: string; unmet: object[] }>(`${all}/advance`, {
      body: { event: 'closeMaterials' },
    });
    expect(answer.status).toBe(409);
    expect(answer.json).toMatchObject({
      code: 'gate-not-met',
      event: 'closeMaterials',
      unmet: [{ requirement: 'materialsSettled', sentence: expect.stringContaining('家单位') as string }],
    });
    expect(answer.json.unmet[0]).toHaveProperty('facts');
    expect(answer.json.unmet[0]).not.toHaveProperty('met');
  });

  it('pages a list by its cursor until nothing is left', async () => {
    const ids: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const path = `${all}/units?limit=60${cursor === '' ? '' : `&cursor=${cursor}`}`;
      const page: { items: { id: string }[]; next: string | null } = (
        await house.call<{ items: { id: string }[]; next: string | null }>(path)
      ).json;
      expect(page.items.length).toBeLessThanOrEqual(60);
      ids.push(...page.items.map(({ id }) => id));
      cursor = page.next;
    }
    expect(ids.length).toBeGreaterThan(150);
    expect(new Set(ids).size).toBe(ids.length);
    expect(await refusal(`${all}/units?limit=201`)).toEqual([400, 'invalid-input']);
  });

  it('writes into the ledger who acted, as the token says', async () => {
    await house.call(`${all}/issues`, { body: raisedIssue, actor: 'secretariat:office-7' });
    const { json: page } = await house.call<{ items: object[] }>(`${all}/ledger?limit=1`);
    expect(page.items[0]).toMatchObject({ type: 'issue.raised', actor: 'secretariat:office-7' });
  });

  it('takes a step once when two ask for it at the same moment', async () => {
    const reason = '等待上级文件';
    const suspend = () => house.call(`${all}/advance`, { body: { event: 'suspendCompilation', reason } });
    const answers = await Promise.all([suspend(), suspend()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});
