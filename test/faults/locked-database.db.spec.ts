import { PersonalToken } from '../../src/access/accounts/account.entity.js';
import { Presence } from '../../src/access/sessions/presence.js';
import { Credentials } from '../support/credentials.js';
import { type Answer, type CallOptions, type HttpHouse, openHttpHouse } from '../support/http-house.js';
import { holdDatabase } from '../support/lock-holder.js';

/** A write waits five seconds; six in turn would wait thirty. */
const boundedMs = 20_000;

describe('while another program holds the database', () => {
  let house: HttpHouse;
  let writes: Answer<{ code: string; detail: string }>[];
  let reads: Answer[];
  let readMs: number;
  let firstAnswerMs: number;
  let allMs: number;
  let whileHeld: Answer<{ code: string; detail: string }>;
  /** Made before: handing out a token is a write itself. */
  const signedIn: CallOptions = { actor: null };
  const issues = () => `/api/v1/compilations/${house.compilationId}/issues`;
  const raise = (title: string) =>
    house.call<{ code: string; detail: string }>(issues(), {
      ...signedIn,
      body: {
        kind: '重大问题',
        title,
        views: [
          { holder: '甲', view: '宜设', reason: '有据' },
          { holder: '乙', view: '不宜设', reason: '无据' },
        ],
        proposal: '提请决定',
      },
    });

  beforeAll(async () => {
    house = await openHttpHouse(undefined, 5);
    signedIn.headers = await new Credentials(house).headersFor('secretariat:office-1', issues());
    await raise('零');
    // Long enough ago that looking is noted anew.
    house.clock.moveTo(house.clock.now() + 120_000);
    const release = await holdDatabase(house.config.databaseUrl);
    const begun = performance.now();
    const answeredAfterMs: number[] = [];
    const answering = Promise.all(
      ['一', '二', '三', '四', '五', '六'].map(async (title) => {
        const answer = await raise(title);
        answeredAfterMs.push(performance.now() - begun);
        return answer;
      }),
    );
    reads = await Promise.all([house.call(issues(), signedIn), house.call('/healthz', { actor: null })]);
    readMs = performance.now() - begun;
    writes = await answering;
    firstAnswerMs = Math.min(...answeredAfterMs);
    allMs = performance.now() - begun;
    whileHeld = await house.call('/readyz', { actor: null });
    await release();
  });
  afterAll(() => house.close());

  it('those who read are served at once, signed in or not', () => {
    expect(reads[0].status).toBe(200);
    expect(readMs).toBeLessThan(firstAnswerMs);
  });

  it('writes wait a bounded time together, not one after another, and are then told why', () => {
    expect(writes.map(({ status }) => status)).toEqual(Array(6).fill(503));
    expect(allMs).toBeLessThan(boundedMs);
    expect(new Set(writes.map(({ json }) => json.detail))).toEqual(
      new Set(['数据库正被另一个程序占用，没有保存；请稍候再试，或者告诉管理员。']),
    );
    expect(writes[0].headers.get('retry-after')).toBe('10');
  });

  it('the house says that it is not ready, and why, and that it is again soon after', async () => {
    expect(whileHeld.status).toBe(503);
    expect(whileHeld.json.detail).toContain('数据库正被另一个程序占用');
    const begun = performance.now();
    let ready = await house.call('/readyz', { actor: null });
    while (ready.status !== 200 && performance.now() - begun < 10_000)
      ready = await house.call('/readyz', { actor: null });
    expect(ready.status).toBe(200);
  });

  it('nothing of a refused act is kept, and the next one is', async () => {
    expect((await raise('七')).status).toBe(201);
    const { json } = await house.call<{ items: { title: string }[] }>(issues(), signedIn);
    expect(json.items.map(({ title }) => title).sort()).toEqual(['七', '零'].sort());
  });

  it('what was noted of a token’s use is written down afterwards', async () => {
    await house.get(Presence).flush();
    const tokens = await house.database.read((reader) => reader.find(PersonalToken));
    expect(tokens.map(({ lastUsedAt }) => lastUsedAt)).toContain(house.clock.now());
  });
});
