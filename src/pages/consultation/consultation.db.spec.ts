import {
  beginConsultation,
  type ConsultationOffice,
  preparesAt,
} from '../../../test/support/consultation-office.js';
import { type HttpHouse, openHttpHouse } from '../../../test/support/http-house.js';
import { type PageVisitor, visitAs } from '../../../test/support/page-visitor.js';

describe('the pages of the consultation', () => {
  let house: HttpHouse & ConsultationOffice;
  let office: PageVisitor;
  let reviewer: PageVisitor;
  beforeEach(async () => {
    house = await beginConsultation(await openHttpHouse(preparesAt, 3));
    office = await visitAs(house, 'secretariat');
    reviewer = await visitAs(house, 'reviewer', 'office-2');
  });
  afterEach(() => house.close());

  const path = (more = '') => `/c/${house.compilationId}/consultation${more}`;
  const headingOf = (html: string) => /<h1>([^]*?)<\/h1>/.exec(html)?.[1];
  const received = async (...contents: string[]) => {
    const ids: string[] = [];
    for (const content of contents) ids.push((await house.receive(content)).id);
    return ids;
  };
  const revisionOf = async (id: string) => String((await house.view(id)).revision);

  it('say on which day the consultation is, how long it lasts, and how many opinions are left', async () => {
    await received('意见一。', '意见二。');
    const { html } = await office.get(path());
    expect(headingOf(html)).toBe('公开征求意见第0日，还有30日截止，收到意见2件，未办结2件。');
  });

  it('show a notice as the public will see it before it is published', async () => {
    await house.closeConsultation();
    const fields = { title: '再次征求意见的公告', explanation: '说明甲。', howToSubmit: '方式乙。' };
    const later = await visitAs(house, 'secretariat');
    const saved = await later.post(path('/notice'), fields);
    expect(saved.status).toBe(303);
    const { html } = await later.get(path('/notice'));
    expect(html).toContain('公众将看到的公告');
    expect(html).toContain('说明甲。');
  });

  it('offer a reviewer no page that would refuse them', async () => {
    await received('意见一。');
    const refused: string[] = [];
    for (const start of [path(), path('/opinions'), path('/replies'), path('/feedback')]) {
      const { html } = await reviewer.get(start);
      const links = [...html.matchAll(/href="(\/c\/[^"#?]+)/g)].map((match) => match[1]);
      for (const link of new Set(links)) if ((await reviewer.get(link)).status === 403) refused.push(link);
    }
    expect(refused).toEqual([]);
  });

  it('list the register by what is asked for, and never a private person', async () => {
    await house.receive('有名有姓的意见。', { proposer: { category: '社会公众', personName: '推演市民' } });
    const { html } = await office.get(path('/opinions?state=received'));
    expect(html).toContain('有名有姓的意见。');
    expect(html).not.toContain('推演市民');
    expect((await office.get(path('/opinions?state=reviewed'))).html).toContain('没有符合所选条件的意见。');
  });

  it('page the register by key', async () => {
    for (let number = 1; number <= 51; number++) await house.receive(`意见第${number}号。`);
    const first = await office.get(path('/opinions'));
    const next = /href="([^"]*after[^"]*)"/.exec(first.html)?.[1] ?? '';
    const second = await office.get(next.replaceAll('&amp;', '&').replaceAll('&#61;', '='));
    expect(second.html).toContain('意见第51号。');
    expect(second.html).not.toContain('意见第50号。');
  });

  it('give several opinions to a handler at once', async () => {
    const ids = await received('意见一。', '意见二。');
    await office.post(path('/bulk/assign'), { opinionIds: ids, handler: 'office-1' });
    expect(await house.view(ids[1])).toMatchObject({ state: 'assigned', handler: 'office-1' });
  });

  it('dispose of one and go on to the next of the queue', async () => {
    const ids = await received('意见一。', '意见二。', '意见三。');
    await house.assign(ids[0], ids[2]);
    const decision = { disposition: '不采纳', reason: '超出范围。', queue: 'state=assigned' };
    const revision = await revisionOf(ids[0]);
    const sent = await office.post(path(`/opinions/${ids[0]}/dispose`), { ...decision, revision });
    expect(sent.location).toBe(path(`/opinions/${ids[2]}?state=assigned`));
    expect(await house.view(ids[0])).toMatchObject({ state: 'disposed', disposition: '不采纳' });
  });

  it('come back to the list when the queue is done', async () => {
    const [id] = await received('意见一。');
    await house.assign(id);
    const decision = { disposition: '留作研究', reason: '留待研究。', queue: 'state=assigned' };
    const revision = await revisionOf(id);
    const sent = await office.post(path(`/opinions/${id}/dispose`), { ...decision, revision });
    expect(sent.location).toBe(path('/opinions?state=assigned'));
  });

  it('keep what was typed when a reason is missing', async () => {
    const [id] = await received('意见一。');
    await house.assign(id);
    const fields = { disposition: '不采纳', reason: '', queue: '', revision: await revisionOf(id) };
    const refused = await office.post(path(`/opinions/${id}/dispose`), fields);
    expect(refused.status).toBe(409);
    expect(refused.html).toContain('须写明理由');
    expect((await house.view(id)).state).toBe('assigned');
  });

  it('find like opinions and dispose of them together', async () => {
    const ids = await received('建议公布收费标准。', '建议公布收费标准。', '另一件事。');
    await house.assign(...ids);
    await office.post(path('/groups'));
    const fields = { disposition: '已有体现', reason: '见第三条。', together: 'yes', queue: '' };
    const revision = await revisionOf(ids[0]);
    await office.post(path(`/opinions/${ids[0]}/dispose`), { ...fields, revision });
    const states = await Promise.all(ids.map(async (id) => (await house.view(id)).state));
    expect(states).toEqual(['disposed', 'disposed', 'assigned']);
  });

  it('let another person review, never who disposed of it', async () => {
    const [id] = await received('意见一。');
    await house.assign(id);
    await house.dispose(id, '不采纳', { reason: '超出范围。' });
    expect((await office.get(path(`/opinions/${id}`))).html).toContain('须由另一人复核');
    expect((await office.post(path(`/opinions/${id}/approve`), { queue: '' })).status).toBe(409);
    await reviewer.post(path(`/opinions/${id}/approve`), { queue: '' });
    expect((await house.view(id)).state).toBe('reviewed');
  });

  it('return a disposition with the reviewer’s reason', async () => {
    const [id] = await received('意见一。');
    await house.assign(id);
    await house.dispose(id, '不采纳', { reason: '超出范围。' });
    await reviewer.post(path(`/opinions/${id}/return`), { reason: '理由不充分。', queue: '' });
    expect((await office.get(path(`/opinions/${id}`))).html).toContain('复核退回：理由不充分。');
  });

  it('enter a letter and split it into its points', async () => {
    const fields = {
      channel: '信函',
      category: '社会组织',
      content: '一、甲。二、乙。',
      points: '甲。\r\n\r\n乙。',
    };
    const recorded = await office.post(path('/letter'), fields);
    expect(recorded.status).toBe(303);
    const { opinions } = await house.page();
    expect(opinions.map(({ content }) => content)).toEqual(['甲。', '乙。']);
  });

  it('list the bad rows of a file and take it only when there are none', async () => {
    const file = (text: string) => {
      const body = new FormData();
      body.append('file', new Blob([text]), '意见.csv');
      return body;
    };
    const tried = async (text: string, choice = '') => {
      const { location } = await office.post(path('/import/preview'), file(text));
      return (await office.get(`${location ?? ''}${choice}`)).html;
    };
    const bad = await tried('意见内容,提出单位\n好,不存在的局\n');
    expect(bad).toContain('第2行');
    expect(bad).not.toContain('name="upload"');
    expect(await tried('意见内容,提出单位\n好,不存在的局\n', '?outsiders=企业')).toContain('name="upload"');
    const good = await tried('甲,乙\n建议一,备注一\n', '?at-content=A&at-proposer=-');
    expect(good).toContain('name="confirmed"');
    const upload = /name="upload" value="([^"]+)"/.exec(good)?.[1] ?? '';
    expect((await house.page()).opinions).toEqual([]);
    const choice = { upload, 'at-content': 'A', 'at-proposer': '-' };
    await office.post(path('/import'), choice);
    expect((await house.page()).opinions).toEqual([]);
    await office.post(path('/import'), { ...choice, confirmed: 'true' });
    expect((await house.page()).opinions).toHaveLength(1);
  });

  it('show an auditor everything and let them change nothing', async () => {
    const [id] = await received('意见一。');
    const auditor = await visitAs(house, 'auditor', 'audit-1');
    const { html } = await auditor.get(path(`/opinions/${id}`));
    expect(html).toContain('意见一。');
    expect(html).not.toContain('/assign"');
    const forbidden = await auditor.post(path(`/opinions/${id}/assign`), { handler: 'audit-1', queue: '' });
    expect(forbidden.status).toBe(403);
  });
});
