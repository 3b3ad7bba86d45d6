import { type HttpHouse, openHttpHouse } from '../../../test/support/http-house.js';
import { freezeApprovalDraft } from '../../../test/support/packet-office.js';
import { type PageVisitor, visitAs } from '../../../test/support/page-visitor.js';
import { png } from '../../../test/support/review-office.js';
import { standAt } from '../../../test/support/stand-at.js';
import { CompilationQuery } from '../../compilation/index.js';
import { PacketQuery } from '../../packet/index.js';
import { Worker } from '../../worker/index.js';

describe('the pages of the packet', () => {
  let house: HttpHouse;
  let office: PageVisitor;
  beforeAll(async () => {
    house = await openHttpHouse('2021-12-06T09:00:00+08:00');
    office = await visitAs(house, 'secretariat');
  });
  afterAll(() => house.close());

  const path = (below = '') => `/c/${house.compilationId}/packet${below}`;
  const request = async () => (await office.post(path('/builds'))).location!;

  it('say that nothing can be built before there is a 报批稿', async () => {
    const { html } = await office.get(path());
    expect(html).toContain('报批稿尚未形成，现在不能生成');
    expect((await office.post(path('/builds'))).status).toBe(409);
    expect((await office.get(path('/explanation'))).html).toContain('还没有定稿的文稿');
  });

  it('name the sections that a person must write, until each is written', async () => {
    await standAt(house, 'deliberating.municipalApproval.assembling');
    await freezeApprovalDraft(house);
    expect((await office.get(path())).html).toContain('差6节须由人撰写：“编制背景和必要性”');
    await office.post(path('/explanation/background'), { text: '为贯彻国家战略，编制本方案。' });
    const { html } = await office.get(path('/explanation/background'));
    expect(html).toContain('为贯彻国家战略，编制本方案。');
    expect((await office.get(path())).html).toContain('差5节须由人撰写：“编制依据”');
  });

  it('of the 编制说明 are never written over by a tab that has not seen the last text', async () => {
    const section = path('/explanation/basis');
    const [, began] = /name="began" value="([^"]+)"/.exec((await office.get(section)).html)!;
    expect((await office.post(section, { text: '第一个标签页所写。', began })).status).toBe(303);
    const stale = await office.post(section, { text: '第二个标签页所写。', began });
    expect(stale.status).toBe(409);
    expect(stale.html).toContain('第一个标签页所写。');
    expect(stale.html).toContain('第二个标签页所写。');
    expect((await office.get(section)).html).not.toContain('第二个标签页所写。');
    // From the refusal, which shows both, the merged text may be sent.
    const [, seen] = /name="began" value="([^"]+)"/.exec(stale.html)!;
    expect((await office.post(section, { text: '两处合并。', began: seen })).status).toBe(303);
  });

  it('mark the numbers that the ledger filled in and say where they are from', async () => {
    const { html } = await office.get(path('/explanation/structure'));
    expect(html).toMatch(/共<span class="sourced">2<\/span>章<span class="sourced">4<\/span>条/);
    expect((await office.get(path('/explanation/consultation'))).html).toContain('意见登记簿');
  });

  it('show a build while it waits, and its bytes once the worker made them', async () => {
    const build = await request();
    const waiting = await office.get(build);
    expect(waiting.html).toContain('hx-trigger="every 2s"');
    expect(waiting.html).toContain('<noscript>');
    expect((await office.get(`${build}/archive`)).status).toBe(409);
    await house.get(Worker).runDue();
    const built = await office.get(build);
    expect(built.html).not.toContain('hx-trigger');
    expect(built.html).toContain('下载报批材料');
    const archive = await office.get(`${build}/archive`);
    expect([archive.status, archive.headers.get('content-type')]).toEqual([200, 'application/zip']);
  });

  it('verify a build against manifest, record, ledger, and itself built again', async () => {
    const [build] = await house.get(PacketQuery).list(house.compilationId);
    const { html } = await office.get(path(`/builds/${build.id}/verification`));
    expect(html).toContain('核验通过：无缺失、无改动、无多余。');
    expect(html).toContain('再生成一次，逐字节相同');
  });

  it('verify a file that somebody brings, whatever it is', async () => {
    const brought = new FormData();
    brought.append('file', new Blob([png]), '报批材料.zip');
    expect((await office.post(path('/verification'), brought)).html).toContain('核验没有通过');
  });

  it('lead from the address in the mail to the build', async () => {
    const [build] = await house.get(PacketQuery).list(house.compilationId);
    expect((await office.get(`/packets/${build.id}`)).location).toBe(path(`/builds/${build.id}`));
    expect((await office.get('/packets/nowhere')).status).toBe(404);
  });

  it('tell which parts are stale after a formality was recorded', async () => {
    const form = new FormData();
    form.append('conclusion', '可控');
    form.append('points', '');
    form.append('completedOn', '2021-12-05');
    form.append('file', new Blob([png]), '评估.png');
    expect((await office.post(path('/procedures/riskAssessment'), form)).status).toBe(303);
    expect((await office.get(path())).html).toContain('此后编制说明的来源有变动');
    const list = await office.get(path('/procedures'));
    const [, scan] = /href="([^"]+\/scan)"/.exec(list.html)!;
    expect((await office.get(scan)).headers.get('content-type')).toBe('image/png');
  });

  it('leave unknown what the form left empty, and refuse what the core refuses', async () => {
    const sent = { sentOn: '2021-12-06', office: '法规处', conclusion: '', opinion: '' };
    await office.post(path('/procedures/legalityReview'), sent);
    const [review] = await house.get(CompilationQuery).procedures(house.compilationId, 'legalityReview');
    expect(review.content).toEqual({ ...sent, returnedOn: null, conclusion: null });
    const refused = await office.post(path('/procedures/legalityReview'), { ...sent, office: '' });
    expect(refused.status).toBe(400);
    expect((await office.post(path('/procedures/weather'), sent)).status).toBe(404);
  });
});
