import { setTimeout as pause } from 'node:timers/promises';
import { type HttpHouse, openHttpHouse } from '../../../test/support/http-house.js';
import { type PageVisitor, visitAs } from '../../../test/support/page-visitor.js';
import { RehearsalRuns } from '../../rehearsal/index.js';

describe('the pages of the rehearsal', () => {
  let house: HttpHouse;
  let office: PageVisitor;
  beforeAll(async () => {
    house = await openHttpHouse();
    office = await visitAs(house, 'secretariat');
  });
  afterAll(() => house.close());

  const path = (below = '') => `/c/${house.compilationId}/rehearsal${below}`;
  const small = { seed: '1', units: '5', opinions: '0', lateUnit: '' };

  /** A process of its own plays the year: only its end can be waited for. */
  const ended = async (run: string): Promise<string> => {
    const id = run.split('/').at(-1)!;
    while ((await house.get(RehearsalRuns).find(id)).state === 'running') await pause(100);
    return (await office.get(run)).html;
  };

  it('refuse a rehearsal without units', async () => {
    const { status, html } = await office.post(path(), { ...small, units: '2' });
    expect(status).toBe(400);
    expect(html).toContain('不得小于5');
  });

  it('play one rehearsal at a time and set its slack beside the real plan', async () => {
    const { location } = await office.post(path(), small);
    expect((await office.get(location!)).html).toContain('hx-trigger="every 2s"');
    expect((await office.post(path(), small)).status).toBe(409);
    const html = await ended(location!);
    expect(html).toContain('走到“已发布”');
    expect(html).toMatch(/材料报送<\/td>[^]*?尚未办理/);
    const report = await office.get(`${location!}/report`);
    expect(report.html).toContain('推演报告');
    expect(report.headers.get('content-security-policy')).toContain('sandbox');
    expect((await office.get(path())).html).toContain('完成1次，进行中0次，没有完成0次');
  });

  it('say why a rehearsal failed and offer it again', async () => {
    const { location } = await office.post(path(), { ...small, lateUnit: '没有这家单位' });
    const html = await ended(location!);
    expect(html).toContain('参加推演的单位中没有“没有这家单位”');
    expect(html).toContain('重试');
    expect((await office.get(`${location!}/report`)).status).toBe(404);
  });

  it('let an auditor look but start nothing', async () => {
    const auditor = await visitAs(house, 'auditor', 'audit-1');
    expect((await auditor.get(path())).status).toBe(200);
    expect((await auditor.post(path(), small)).status).toBe(403);
  });
});
