import { type HttpHouse, openHttpHouse } from '../../../test/support/http-house.js';
import { visitAs } from '../../../test/support/page-visitor.js';
import { planRequirements } from '../../../workflows/stages/charts.js';
import { placeOf } from './where-to-act.js';

describe('the overview', () => {
  let house: HttpHouse;
  beforeEach(async () => {
    house = await openHttpHouse();
  });
  afterEach(() => house.close());

  const path = () => `/c/${house.compilationId}/overview`;
  const start = () => `${path()}/steps/startCompilation`;

  it('every requirement of a gate but the reason for a step says where it is met', () => {
    const without = Object.keys(planRequirements).filter((name) => placeOf(name, {}) === null);
    expect(without).toEqual(['reasonGiven']);
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
    expect(html).toContain('寄发邮件</dt><dd>160封');
    expect(html).toContain('将向160家单位发出通知160封');
    expect(html).toContain('按提醒阶梯逐家寄发通知和提醒');
    expect(html).not.toContain('<span>定时事项</span>');
    expect((await office.get(path())).html).toContain('待启动');
  });

  it('in a later year says so with every date, starts nothing, and offers the shift', async () => {
    house.clock.moveTo(Date.parse('2026-11-29T09:00:00+08:00'));
    const office = await visitAs(house, 'secretariat');
    const { html } = await office.get(path());
    expect(html).toContain(`href="/c/${house.compilationId}/settings/timeline#shift"`);
    expect(html).toContain('2021年7月25日（星期日），顺延至7月26日（星期一）24:00');
    expect(html).not.toMatch(/(?<![年至，\d])\d{1,2}月\d{1,2}日/);
    const confirm = await office.get(start());
    expect(confirm.html).toContain('现在不能办理“启动编制”');
    expect(confirm.html).toContain('平移时间安排');
    expect((await office.post(start())).status).toBe(409);
    const timeline = await office.get(`/c/${house.compilationId}/settings/timeline`);
    expect(timeline.html).toContain('name="firstDay" value="2026-11-29"');
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
