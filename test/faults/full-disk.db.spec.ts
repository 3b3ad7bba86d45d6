import { Issue } from '../../src/compilation/index.js';
import { entities } from '../../src/entities.js';
import { Database } from '../../src/platform/index.js';
import { Credentials } from '../support/credentials.js';
import { type Answer, type CallOptions, type HttpHouse, openHttpHouse } from '../support/http-house.js';
import { mountSmallDisk, type SmallDisk } from '../support/small-disk.js';

declare const testDatabaseKind: string;

/** PostgreSQL's disk is its server's; what it says of a full one is tried statement by statement. */
const disk: SmallDisk | null = testDatabaseKind === 'sqlite' ? mountSmallDisk(24) : null;

(disk === null ? describe.skip : describe)('on a disk that fills up', () => {
  let house: HttpHouse;
  const temporary = process.env.TMPDIR;
  const signedIn: CallOptions = { actor: null };
  const acknowledged: string[] = [];
  const issues = () => `/api/v1/compilations/${house.compilationId}/issues`;

  async function raise(): Promise<Answer<{ id: string; detail: string }>> {
    const view = '甲'.repeat(1_900);
    const answer = await house.call<{ id: string; detail: string }>(issues(), {
      ...signedIn,
      body: {
        kind: '重大问题',
        title: '事项',
        views: [{ holder: '甲', view, reason: view }],
        proposal: view,
      },
    });
    if (answer.status === 201) acknowledged.push(answer.json.id);
    return answer;
  }
  const ready = async () => house.call<{ detail: string }>('/readyz', { actor: null });

  beforeAll(async () => {
    process.env.TMPDIR = disk!.folder;
    house = await openHttpHouse(undefined, 5);
    signedIn.headers = await new Credentials(house).headersFor('secretariat:office-1', issues());
  });
  afterAll(async () => {
    if (temporary === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = temporary;
    await house.close();
    disk!.unmount();
  });

  it('acts are refused with the reason, readiness says so, and those who read are served', async () => {
    disk!.fill(400_000);
    let answer = await raise();
    for (let tries = 0; answer.status === 201 && tries < 500; tries++) answer = await raise();
    expect([answer.status, answer.json.detail]).toEqual([
      503,
      '磁盘已满，没有保存；请稍候再试，或者告诉管理员。',
    ]);
    const said = await ready();
    expect([said.status, said.json.detail]).toEqual([
      503,
      '暂时不能办理业务：磁盘已满，不能保存。请查看运行日志。',
    ]);
    expect((await house.call(issues(), signedIn)).status).toBe(200);
    // What is tried meanwhile must not end up inside a transaction that is never committed.
    for (let tries = 0; tries < 20; tries++) await raise();
  });

  it('it is ready by itself within ten seconds of there being room, and takes acts again', async () => {
    disk!.empty();
    const begun = performance.now();
    let said = await ready();
    while (said.status !== 200 && performance.now() - begun < 10_000) said = await ready();
    expect(said.status).toBe(200);
    expect((await raise()).status).toBe(201);
  });

  it('every act that was acknowledged is there after a restart, and no other', async () => {
    const restarted = new Database(house.config.databaseUrl, entities);
    await restarted.open();
    const kept = await restarted.read((reader) => reader.find(Issue, { select: { id: true } }));
    await restarted.close();
    expect(acknowledged.length).toBeGreaterThan(1);
    expect(kept.map(({ id }) => id).sort()).toEqual([...acknowledged].sort());
  });
});
