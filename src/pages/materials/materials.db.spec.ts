import { openPagesOffice, type PagesOffice } from '../../../test/support/pages-office.js';
import { visitAs } from '../../../test/support/page-visitor.js';
import { LedgerQuery } from '../../ledger/index.js';
import { Mail } from '../../outbox/index.js';

describe('the register of obligations', () => {
  let office: PagesOffice;
  beforeEach(async () => {
    office = await openPagesOffice();
  });
  afterEach(() => office.house.close());

  const list = (query = '') => office.post.get(`${office.base}/materials${query}`);
  const story = async (key: string) => `${office.base}/materials/${(await office.owedBy(key)).id}`;
  const choose = async (act: string, ...keys: string[]) => {
    const ids = await Promise.all(keys.map(async (key) => (await office.owedBy(key)).id));
    return office.post.post(`${office.base}/materials/selection`, { act, ids });
  };
  const doIt = async (act: string, fields: Record<string, string>, ...keys: string[]) => {
    const ids = await Promise.all(keys.map(async (key) => (await office.owedBy(key)).id));
    return office.post.post(`${office.base}/materials/selection/${act}`, { ...fields, ids });
  };

  it('says how many there are and what waits, and that the parts add up', async () => {
    await office.handIn('commerce');
    const { html } = await list();
    expect(html).toContain('<h1>报送任务共160件，已了结0件，待审核1件，没有逾期。</h1>');
    expect(html).toContain('相符');
  });

  it('shows fifty at a time and keeps the filter from page to page', async () => {
    const { html } = await list('?category=association');
    expect(html).toMatch(/第1至50件，共\d+件/);
    expect(html).toMatch(/category[^"]{1,8}association[^"]{1,8}page[^"]{1,8}2"/);
    expect((await list('?category=association&page=2')).html).toMatch(/第51至\d+件/);
  });

  it('finds a unit by an alias, and says so when nobody bears the name', async () => {
    expect((await list('?unit=商务委')).html).toContain('上海市商务委员会');
    expect((await list('?unit=没有这家')).html).toContain('没有符合筛选条件的任务');
  });

  it('draws the progress as a picture of its own', async () => {
    const { headers, html } = await list('/progress.svg');
    expect(headers.get('content-type')).toContain('image/svg+xml');
    expect(html).toContain('<svg');
  });

  it('exports the register as a workbook', async () => {
    const { status, headers } = await list('/export?format=xlsx');
    expect([status, headers.get('content-disposition')?.includes('xlsx')]).toEqual([200, true]);
  });

  it('shows the mails of a reminder before they go, and sends nothing by showing', async () => {
    const { html } = await choose('remind', 'commerce', 'health');
    expect(html).toContain('催报：所选2件，可办2件');
    expect(html).toContain('贵单位应报送的《实施方案》材料尚未收到');
    expect(html).not.toContain('/u/');
    expect((await list('?unit=商务委')).html).toContain('未报送');
    expect(await entries('reminders.sentByHand')).toBe(0);
  });

  const entries = async (type: string) =>
    (await office.house.get(LedgerQuery).latest(office.house.compilationId, { type, limit: 10 })).length;
  const remindersAbout = async (key: string) => {
    const { id: about } = await office.owedBy(key);
    return office.house.database.read((reader) => reader.countBy(Mail, { about, template: 'reminder' }));
  };

  it('reminds those that still owe once a day, in one act', async () => {
    await office.handIn('commerce');
    const sent = await doIt('remind', {}, 'commerce', 'health', 'education');
    expect(sent.status).toBe(303);
    expect([await remindersAbout('commerce'), await remindersAbout('health')]).toEqual([0, 1]);
    expect(await entries('reminders.sentByHand')).toBe(1);
    const again = await doIt('remind', {}, 'health');
    expect([again.status, again.html.includes('今天已经催过')]).toEqual([409, true]);
    expect(await remindersAbout('health')).toBe(1);
  });

  it('accepts several at once, and names those that are not to be accepted beforehand', async () => {
    await office.handIn('commerce');
    expect((await choose('accept', 'commerce', 'health')).html).toContain('可办1件，不办1件');
    expect((await doIt('accept', {}, 'commerce')).status).toBe(303);
    expect((await office.owedBy('commerce')).state).toBe('accepted');
  });

  it('waives with a reason and a post only', async () => {
    const bare = await doIt('waive', { reason: '', approver: '' }, 'health');
    expect(bare.html).toContain('豁免须写明理由和批准人');
    await doIt('waive', { reason: '机构已撤并', approver: '秘书处负责人' }, 'health');
    expect((await office.owedBy('health')).state).toBe('waived');
  });

  it('extends several in one act, all of them or none', async () => {
    const reasoned = { reason: '数据须核定', approver: '秘书处负责人' };
    const refused = await doIt('extend', { ...reasoned, until: '2021-07-01' }, 'health', 'commerce');
    expect(refused.status).toBeGreaterThanOrEqual(400);
    await doIt('extend', { ...reasoned, until: '2021-08-06' }, 'health', 'commerce');
    expect((await list('?unit=商务委')).html).toContain('8月6日（星期五）24:00');
    expect(await entries('obligation.extendedTogether')).toBe(1);
  });

  it('puts requests for more time on top, and answers them', async () => {
    await office.askForTime('commerce', '2021-08-06');
    const { html } = await list();
    expect(html).toContain('待答复的延期申请');
    const [, path] = /action="([^"]+\/decline)"/.exec(html) ?? [];
    expect((await office.post.post(path, { reason: '汇总时间已无余量' })).status).toBe(303);
    expect((await list()).html).not.toContain('待答复的延期申请');
  });

  it('shows a material with a place for comments beside each part, and keeps them there after a return', async () => {
    await office.handIn('commerce');
    expect((await office.post.get(await story('commerce'))).html).toContain('对“目标”的意见');
    await office.post.post(`${await story('commerce')}/return`, { goals: '2035年目标须量化' });
    const { html } = await office.post.get(await story('commerce'));
    expect(html).toContain('退回待补正');
    expect(html).toContain('目标：2035年目标须量化');
    expect(html).toContain('第1稿');
  });

  it('sends nothing back without a comment', async () => {
    await office.handIn('commerce');
    const refused = await office.post.post(`${await story('commerce')}/return`, {});
    expect(refused.html).toContain('没有写明退回的原因');
    expect((await office.owedBy('commerce')).state).toBe('submitted');
  });

  it('an auditor reads everything but is offered no act', async () => {
    const auditor = await visitAs(office.house, 'auditor', 'audit-1');
    const { status, html } = await auditor.get(await story('commerce'));
    expect([status, html.includes('更新链接')]).toEqual([200, false]);
    expect((await auditor.post(`${await story('commerce')}/renew-link`)).status).toBe(403);
  });
});
