import { type HttpHouse, openHttpHouse } from '../../../test/support/http-house.js';
import { visitAs } from '../../../test/support/page-visitor.js';
import { schemeRequirements } from '../../../workflows/implementation-scheme-2021/requirements/index.js';
import { knownPlaces } from './where-to-act.js';

describe('the overview', () => {
  let house: HttpHouse;
  beforeEach(async () => {
    house = await openHttpHouse();
  });
  afterEach(() => house.close());

  const path = () => `/c/${house.compilationId}/overview`;
  const start = () => `${path()}/steps/startCompilation`;

  it('every requirement of a gate but the reason for a step says where it is met', () => {
    const requirements = Object.keys(schemeRequirements).filter((name) => name !== 'reasonGiven');
    expect(knownPlaces.sort()).toEqual(requirements.sort());
  });

  it('lets nobody look who has not signed in, and comes back to the page afterwards', async () => {
    const stranger = await visitAs(house, 'nobody');
    const answer = await stranger.get(path());
    expect([answer.status, answer.location]).toEqual([303, `/sign-in?next=${encodeURIComponent(path())}`]);
  });

  it('says in one sentence what may be done next', async () => {
    const office = await visitAs(house, 'secretariat');
    const { status, html } = await office.get(path());
    expect(status).toBe(200);
    expect(html).toContain('<h1>待启动，可以办理下一步“启动编制”。</h1>');
  });

  it('lists what a step would send before it is taken, and sends nothing by looking', async () => {
    const office = await visitAs(house, 'secretariat');
    const { html } = await office.get(start());
    expect(html).toMatch(/寄发邮件<\/dt><dd>\d+封/);
    expect(html).toContain('按提醒阶梯逐家寄发通知和提醒');
    expect(html).not.toContain('<span>定时事项</span>');
    expect((await office.get(path())).html).toContain('待启动');
  });

  it('takes the step and says where the compilation stands now', async () => {
    const office = await visitAs(house, 'secretariat');
    const taken = await office.post(start());
    expect([taken.status, taken.location]).toEqual([303, path()]);
    expect((await office.get(path())).html).toContain('材料收集，');
  });

  it('a step whose conditions are not met names each of them', async () => {
    const office = await visitAs(house, 'secretariat');
    await office.post(start());
    const refused = await office.post(`${path()}/steps/closeMaterials`);
    expect(refused.status).toBe(409);
    expect(refused.html).toContain('160');
  });

  it('an auditor looks but takes no step', async () => {
    const auditor = await visitAs(house, 'auditor', 'audit-1');
    expect((await auditor.get(path())).status).toBe(200);
    expect((await auditor.post(start())).status).toBe(403);
  });

  it('a form of another site changes nothing', async () => {
    const office = await visitAs(house, 'secretariat');
    const { html } = await office.get(start());
    expect(html).toContain('formToken');
    const forged = await fetch(house.url + start(), {
      method: 'POST',
      headers: { accept: 'text/html', 'sec-fetch-site': 'cross-site' },
      body: new URLSearchParams(),
    });
    expect(forged.status).toBe(403);
  });
});
