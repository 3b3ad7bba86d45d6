import { openPagesOffice, type PagesOffice } from '../../../test/support/pages-office.js';
import { Mail } from '../../outbox/index.js';
import { LadderQuery } from '../../reminders/index.js';
import { rowsOf } from './ladder-form.js';

describe('the reminders', () => {
  let office: PagesOffice;
  beforeEach(async () => {
    office = await openPagesOffice();
    await office.moveTo('2021-06-29T10:00:00+08:00');
  });
  afterEach(() => office.house.close());

  const look = async (path = '') => (await office.post.get(`${office.base}/reminders${path}`)).html;
  const ladder = () => office.house.get(LadderQuery).execute(office.house.compilationId);
  /** The ladder as the form sends it. */
  const fields = async (change: Record<string, string> = {}) => {
    const { revision, rungs } = await ladder();
    const rows = rowsOf(rungs).flatMap((row): [string, string][] => [
      [`key-${row.number}`, row.key],
      [`title-${row.number}`, row.title],
      [`when-${row.number}`, row.when],
      [`days-${row.number}`, row.days],
      [`repeat-${row.number}`, row.repeat],
      ...(row.liaison ? [[`liaison-${row.number}`, '1'] as [string, string]] : []),
      ...(row.leader ? [[`leader-${row.number}`, '1'] as [string, string]] : []),
    ]);
    return { revision: String(revision), ...Object.fromEntries(rows), ...change };
  };

  it('says how many mails will go and on which day the next ones', async () => {
    expect(await look()).toMatch(/今后将发提醒\d+封，分\d+日；最近一日是7月12日，160封。/);
  });

  it('names the recipients of a day', async () => {
    const html = await look('/days/2021-07-12');
    expect(html).toContain('将向160家单位发提醒160封');
    expect(html).toContain('第1至50件，共160件');
    expect((await office.post.get(`${office.base}/reminders/days/never`)).status).toBe(400);
  });

  it('finds a mail by its recipient and shows what it says without the link', async () => {
    const html = await look('/mails?recipient=商务委员会');
    const [, href] = /href="([^"]+\/mails\/[^"?]+)"/.exec(html) ?? [];
    const mail = await office.post.get(href);
    expect(mail.html).toContain('收件单位专用链接');
    expect(mail.html).not.toMatch(/\/u\/[0-9a-f-]+\/1\//);
  });

  it('sends a mail that failed once more, to a corrected address', async () => {
    const { database, compilationId } = office.house;
    const [mail] = await database.read((reader) => reader.findBy(Mail, { compilationId }));
    await database.write((tx) =>
      tx.update(Mail, { id: mail.id }, { state: 'failed', lastError: '地址不存在' }),
    );
    expect(await look('/mails')).toContain('未能送达1封');
    const fixed = { ids: mail.id, [`address-${mail.id}`]: 'corrected@example.org' };
    const answer = await office.post.post(`${office.base}/reminders/mails/resend`, fixed);
    expect(answer.status).toBe(303);
    const again = await database.read((reader) => reader.findOneByOrFail(Mail, { id: mail.id }));
    expect([again.state, again.address]).toEqual(['queued', 'corrected@example.org']);
  });

  it('shows what another ladder would change and changes nothing by showing', async () => {
    const without = await fields({ 'remove-1': '1' });
    const { html } = await office.post.post(`${office.base}/reminders/ladder/preview`, without);
    expect(html).toMatch(/由\d+封变为\d+封/);
    expect(html).toContain('<th scope="row">7月12日</th>');
    expect((await ladder()).revision).toBe(1);
  });

  it('takes another ladder, and refuses one that contradicts itself', async () => {
    const path = `${office.base}/reminders/ladder`;
    const doubled = await fields({ 'days-1': '5' });
    expect((await office.post.post(path, doubled)).html).toContain('同一天只能有一级');
    expect((await office.post.post(path, await fields({ 'remove-1': '1' }))).status).toBe(303);
    const { revision, rungs } = await ladder();
    expect([revision, rungs.length]).toEqual([2, 8]);
  });
});
