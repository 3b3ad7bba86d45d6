import { LinkTokens } from '../../src/access/index.js';
import { advanceCompilation } from '../../src/compilation/index.js';
import { RequestKey } from '../../src/engine/index.js';
import { ExtensionRequest, ObligationsQuery } from '../../src/obligations/index.js';
import { type HttpHouse, openHttpHouse } from '../support/http-house.js';
import { Tab, type TabPage } from '../support/tab.js';

describe('the ticket of a form', () => {
  let house: HttpHouse;
  let tab: Tab;
  let page: TabPage;
  let index = 0;
  let at: string;
  beforeAll(async () => {
    house = await openHttpHouse('2021-06-28T10:00:00+08:00', 12);
    await house.perform(advanceCompilation, { event: 'startCompilation', reason: '按通知启动' });
  }, 60_000);
  beforeEach(async () => {
    const { id } = (await house.get(ObligationsQuery).list(house.compilationId))[index++];
    at = `/unit/${id}`;
    tab = new Tab(house.url);
    const link = await house.get(LinkTokens).pathTo('unit', id);
    await tab.open(link);
    await tab.press(link);
    page = await tab.open(at);
  });
  afterAll(() => house.close());

  const obligationId = () => at.slice('/unit/'.length);
  const asked = () =>
    house.database.read((reader) => reader.findBy(ExtensionRequest, { obligationId: obligationId() }));
  const request = { until: '2021-08-02', reason: '数据须待半年报' };
  const send = (typed: Record<string, string>, from = page) => tab.send(from, `${at}/extension`, typed);

  it('has one effect: sent twice, the second is answered as the first', async () => {
    const [first, second] = await Promise.all([send(request), send(request)]);
    const third = await send(request);
    expect([first, second, third].map(({ status, location }) => `${status} ${location}`)).toEqual(
      Array.from({ length: 3 }, () => `303 ${at}`),
    );
    expect((await tab.open(at)).html).toContain('延期申请已提交');
    expect(await asked()).toHaveLength(1);
  });

  it('is not used up by a refusal: the corrected form is registered once', async () => {
    const refused = await send({ ...request, until: '' });
    expect([refused.status, refused.formTicket]).toEqual([400, page.formTicket]);
    expect((await send({ until: '2021-08-03' }, refused)).status).toBe(303);
    expect((await send({ until: '2021-08-03' }, refused)).status).toBe(303);
    expect(await asked()).toHaveLength(1);
  });

  it('does nothing again with another content, which is kept and may be sent on purpose', async () => {
    await send(request);
    const other = await send({ ...request, reason: '另有原因' });
    expect(other.status).toBe(422);
    expect(other.html).toContain('另有原因');
    expect(other.formTicket).not.toBe(page.formTicket);
    expect(await asked()).toHaveLength(1);
  });

  it('is another one in every form of a page', () => {
    const tickets = [...page.html.matchAll(/name="formTicket" value="([^"]+)"/g)].map(([, ticket]) => ticket);
    expect(tickets.length).toBeGreaterThan(3);
    expect(new Set(tickets).size).toBe(tickets.length);
  });

  it('need not be sent, and is then not kept', async () => {
    const before = await house.database.read((reader) => reader.count(RequestKey));
    await tab.post(`${at}/acknowledgement`, { formToken: page.formToken });
    expect(await house.database.read((reader) => reader.count(RequestKey))).toBe(before);
  });
});
