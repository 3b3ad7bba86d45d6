import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { prepareNotice, HeldComment, Opinion, proofBits } from '../../consultation/index.js';
import { closedAt, consultedText, noticeInput, opensAt } from '../../../test/support/consultation-office.js';
import { freezeDraft, importText, react, reopenDraft } from '../../../test/support/drafts-steps.js';
import { type HttpHouse, openHttpHouse } from '../../../test/support/http-house.js';
import { type PageVisitor, visitAs } from '../../../test/support/page-visitor.js';

const secret = '13800001234';
const writingMs = 20_000;

/** What the script of the page finds out while a person writes. */
function prove(ticket: string): string {
  for (let answer = 0; ; answer++) {
    const digest = createHash('sha256').update(`${ticket}:${answer}`).digest();
    if (digest.readUInt32BE(0) >>> (32 - proofBits) === 0) return String(answer);
  }
}

const field = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';

describe('the public pages', () => {
  let house: HttpHouse;
  let citizen: PageVisitor;
  let notice: string;

  beforeAll(async () => {
    house = await openHttpHouse('2021-08-20T09:00:00+08:00');
    await reopenDraft(house, '征求意见稿');
    await importText(house, consultedText);
    await freezeDraft(house, '征求意见稿');
    citizen = await visitAs(house, 'nobody');
  });
  afterAll(() => house.close());

  const later = (ms: number) => house.moveTo(new Date(house.clock.now() + ms).toISOString());
  const count = <T extends object>(entity: new () => T) =>
    house.database.read((reader) => reader.count(entity));
  const held = () => house.database.read((reader) => reader.find(HeldComment, { order: { id: 'ASC' } }));

  /** Opens the form, takes a while to write, and gives what its fields then hold. */
  async function write(content: string, more: Record<string, string> = {}, clause = '') {
    const { html } = await citizen.get(`${notice}/comment${clause}`);
    await later(writingMs);
    const ticket = field(html, 'ticket');
    const hidden = { ticket, clauseId: field(html, 'clauseId') };
    return {
      ...hidden,
      category: '社会公众',
      content,
      website: '',
      proof: more.proof ?? prove(ticket),
      ...more,
    };
  }
  const send = (fields: Record<string, string>, path = notice) => citizen.post(`${path}/comment`, fields);

  describe('before a notice is published', () => {
    it('say that nothing is consulted on, in a feed that is whole', async () => {
      expect((await citizen.get('/notices')).html).toContain('目前没有征求意见的公告。');
      const feed = await citizen.get('/notices.atom');
      expect(feed.headers.get('content-type')).toContain('application/atom+xml');
      expect(feed.html).toContain('</feed>');
    });

    it('do not show what is being prepared', async () => {
      await house.perform(prepareNotice, noticeInput);
      expect((await citizen.get('/notices')).html).not.toContain(noticeInput.title);
      house.clock.moveTo(Date.parse(opensAt));
      await react(house, 'openConsultation');
      const { html } = await citizen.get('/notices');
      notice = /href="(\/notices\/[0-9a-f-]{36})"/.exec(html)![1];
    });
  });

  describe('of an open consultation', () => {
    it('say how many days are left, and offer a form for each clause', async () => {
      expect((await citizen.get('/notices')).html).toContain('<b>30</b>日后截止');
      const { html } = await citizen.get(notice);
      expect(html).toContain('2021年9月30日（星期四）24:00');
      expect(html).toContain('完善产品质量安全监管体系。');
      expect(html.match(/对本条提意见/g)).toHaveLength(4);
    });

    it('set no cookie, may be kept a minute by a proxy, and are known again by their tag', async () => {
      for (const path of ['/notices', notice, `${notice}/draft`, '/notices.atom']) {
        const { headers } = await citizen.get(path);
        expect([headers.get('set-cookie'), headers.get('cache-control')]).toEqual([
          null,
          expect.stringMatching(/^public, max-age=\d+$/),
        ]);
      }
      const etag = (await citizen.get(notice)).headers.get('etag')!;
      const again = await fetch(house.url + notice, { headers: { 'if-none-match': etag } });
      expect(again.status).toBe(304);
    });

    it('weigh less than 60 KB with everything they load', async () => {
      const { html } = await citizen.get(`${notice}/comment`);
      const loaded = [...html.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path]) => path);
      const texts = await Promise.all(loaded.map(async (path) => (await citizen.get(path)).html));
      const { html: text } = await citizen.get(notice);
      const bytes = [text, html, ...texts].reduce((sum, one) => sum + gzipSync(one).length, 0);
      expect(loaded.length).toBeGreaterThan(2);
      expect(bytes).toBeLessThan(60_000);
    });

    it('register an opinion once, however often its form is sent', async () => {
      const fields = await write('建议增加检验检测。', { contact: secret, consent: 'yes' });
      const [first, second] = await Promise.all([send(fields), send(fields)]);
      expect((await send(fields)).location).toBe(first.location);
      expect([first.status, first.headers.get('set-cookie')]).toEqual([303, null]);
      expect(first.location).toMatch(/^\/receipts\/2021-0001-[0-9A-Z]{6}$/);
      expect(second.location).toBe(first.location);
      expect([await count(Opinion), await count(HeldComment)]).toEqual([1, 0]);
    });

    it('tie the opinion to the clause that the form was opened for', async () => {
      const { html } = await citizen.get(notice);
      const link = /comment(\?clause[^"]+)"/.exec(html)![1].replace('&#x3D;', '=').replace('&#61;', '=');
      const { location } = await send(await write('建议写明时限。', {}, link));
      expect((await citizen.get(location!)).html).toContain('<dd>一、（一）</dd>');
    });

    it('show by the receipt how far it is, and never a contact', async () => {
      const { location } = await send(
        await write(`建议统一收费标准，电话${secret}。`, { name: '张某', contact: secret, consent: 'yes' }),
      );
      const { html, headers } = await citizen.get(location!);
      expect(html).toContain('已登记，等待分派承办人');
      expect(html).not.toMatch(/张某|13800001234/);
      expect(headers.get('cache-control')).toBe('no-store');
      const typed = location!.split('/')[2].toLowerCase();
      expect((await citizen.get(`/receipts?number=${typed}`)).html).toContain('建议统一收费标准');
      const guessed = `${typed.slice(0, 9)}-aaaaaa`;
      expect((await citizen.get(`/receipts?number=${guessed}`)).status).toBe(404);
    });

    it('refuse an old ticket and one of another form, and keep what was typed', async () => {
      const fields = await write('写了很久的意见。');
      const foreign = await send({ ...fields, clauseId: '', ticket: `x${fields.ticket.slice(1)}` });
      expect([foreign.status, foreign.html.includes('写了很久的意见。')]).toEqual([409, true]);
      await later(25 * 3_600_000);
      const old = await send(fields);
      expect([old.status, old.html.includes('写了很久的意见。')]).toEqual([409, true]);
      await later(writingMs);
      const ticket = field(old.html, 'ticket');
      expect((await send({ ...fields, ticket, proof: prove(ticket) })).status).toBe(303);
    });

    it('refuse a contact without consent, and say what to do', async () => {
      const fields = await write('建议。', { contact: secret });
      const refused = await send(fields);
      expect([refused.status, refused.html.includes('请勾选同意处理个人信息')]).toEqual([400, true]);
      expect((await send({ ...fields, consent: 'yes' })).status).toBe(303);
    });

    it('refuse what a page of another site sends', async () => {
      const body = new URLSearchParams(await write('外站。'));
      const headers = { accept: 'text/html', 'sec-fetch-site': 'cross-site' };
      const answer = await fetch(`${house.url}${notice}/comment`, { method: 'POST', body, headers });
      expect(answer.status).toBe(403);
    });

    it('let in what a browser without JavaScript sent, a little later and as of when it was sent', async () => {
      const before = await count(Opinion);
      const fields = await write('没有脚本的意见。', { proof: '' });
      const [{ location }, twice] = await Promise.all([send(fields), send(fields)]);
      expect(twice.location).toBe(location);
      expect((await citizen.get(location!)).html).toContain('正在排队登记');
      expect(await count(Opinion)).toBe(before);
      const sentAt = house.clock.now();
      await later(10 * 60_000);
      expect((await citizen.get(location!)).html).toContain('已经登记，意见编号');
      const opinions = await house.database.read((reader) =>
        reader.findBy(Opinion, { content: '没有脚本的意见。' }),
      );
      expect(opinions.map(({ receivedAt }) => receivedAt)).toEqual([sentAt]);
    });

    it('keep what fell into the trap until a person lets it in', async () => {
      const before = await count(Opinion);
      const fields = await write('像程序，其实不是。', {
        website: 'https://example.org',
        contact: secret,
        consent: 'yes',
      });
      const { location } = await send(fields);
      expect((await send(fields)).location).toBe(location);
      await later(24 * 3_600_000);
      expect(await count(Opinion)).toBe(before);
      const office = await visitAs(house, 'secretariat');
      const path = `/c/${house.compilationId}/consultation/held`;
      const { html } = await office.get(path);
      expect(html).toContain('有1件网上提交待核对');
      expect(html).toContain('像程序，其实不是。');
      expect(html).not.toContain(secret);
      const id = (await held()).at(-1)!.id;
      expect((await office.post(`${path}/${id}/admit`)).status).toBe(303);
      expect((await citizen.get(location!)).html).toContain('已经登记，意见编号');
      expect((await held()).at(-1)).toMatchObject({ state: 'registered', personContact: null });
      expect((await office.post(`${path}/${id}/admit`)).status).toBe(409);
    });

    it('keep junk listed with the reason, which its sender may read', async () => {
      const { location } = await send(await write('广告。', { website: 'x' }));
      const office = await visitAs(house, 'secretariat');
      const path = `/c/${house.compilationId}/consultation/held`;
      const id = (await held()).at(-1)!.id;
      expect((await office.post(`${path}/${id}/reject`, { why: ' ' })).status).toBe(400);
      await office.post(`${path}/${id}/reject`, { why: '商业广告' });
      expect((await office.get(path)).html).toContain('事由：商业广告');
      expect((await citizen.get(location!)).html).toContain('未作为意见登记的原因：商业广告');
      const auditor = await visitAs(house, 'auditor', 'auditor-1');
      expect((await auditor.post(`${path}/${id}/admit`)).status).toBe(403);
    });

    it('are listed and let in at the API as well, without names and contacts', async () => {
      await send(await write('接口放行。', { website: 'x', contact: secret, consent: 'yes' }));
      const path = `/api/v1/compilations/${house.compilationId}/held-comments`;
      const { json, text } = await house.call<{ items: { id: string; content: string }[] }>(
        `${path}?state=suspect`,
      );
      expect(json.items.map(({ content }) => content)).toEqual(['接口放行。']);
      expect(text).not.toContain(secret);
      const admit = () => house.call(`${path}/${json.items[0].id}/admit`, { method: 'POST' });
      expect((await admit()).json).toMatchObject({
        number: expect.stringMatching(/^2021-\d+$/),
        late: false,
      });
      expect((await admit()).status).toBe(409);
    });

    it('slow down one address, and at last refuse it with the text kept', async () => {
      await later(2 * 3_600_000);
      const answers: { status: number; html: string }[] = [];
      for (let time = 0; time < 31; time++)
        answers.push(await send(await write(`第${time}件`, { proof: '' })));
      const reasons = (await held())
        .filter(({ content }) => /^第\d+件$/.test(content))
        .map(({ reason }) => reason);
      expect(reasons.indexOf('busy')).toBe(8);
      expect(answers.map(({ status }) => status).indexOf(429)).toBe(30);
      expect(answers[30].html).toContain('第30件');
      await later(3_600_000);
      const kept = await house.database.read((reader) => reader.find(Opinion));
      for (let time = 0; time < 30; time++)
        expect(kept.filter(({ content }) => content === `第${time}件`)).toHaveLength(1);
    });
  });

  describe('of a consultation that is over', () => {
    let lastMinute: Awaited<ReturnType<typeof write>>[];
    it('say so, take no new form, and say when the feedback comes', async () => {
      await house.moveTo('2021-09-30T23:50:00+08:00');
      lastMinute = [await write('迟来的意见。'), await write('公布以后的意见。')];
      await house.moveTo('2021-10-01T00:00:00+08:00');
      const { html } = await citizen.get(notice);
      expect(html).toContain('征求意见已经结束。');
      expect(html).not.toContain('对本条提意见');
      expect((await citizen.get(`${notice}/comment`)).html).toContain('征求意见已于2021年9月30日');
      const feedback = await citizen.get(`/feedback/${house.compilationId}`);
      expect(feedback.html).toContain('意见采纳情况尚未公布');
      expect(feedback.html).toContain('按计划不晚于');
    });

    it('change the entry of the feed at the instant the notice closed', async () => {
      const { html } = await citizen.get('/notices.atom');
      const [, updated] = /<entry>[^]*?<updated>([^<]+)<\/updated>/.exec(html)!;
      expect(Math.floor(Date.parse(updated) / 1000)).toBe(Math.floor(Date.parse(closedAt) / 1000));
      expect(html).toContain('征求意见已经结束。');
    });

    it('tell whoever opened the form in time and sends it now, in the receipt, that it came late and what becomes of it', async () => {
      const { location } = await send(lastMinute[0]);
      const { html } = await citizen.get(location!);
      expect(html).toContain('（逾期收到）');
      expect(html).toContain('您的意见在此之后收到，标为逾期意见，照样登记，在报批前办结。');
      await react(house, 'closeConsultation');
      await react(house, 'publishFeedback');
      await later(writingMs);
      const after = await send(lastMinute[1]);
      expect((await citizen.get(after.location!)).html).toContain('已经公布的采纳情况没有包括本件');
    });

    it('publish what became of each opinion, without contacts', async () => {
      const { html, headers } = await citizen.get(`/feedback/${house.compilationId}`);
      expect(html).toContain('建议统一收费标准，电话〔联系方式不公开〕。');
      expect(html).not.toMatch(/张某|13800001234/);
      expect(html).toContain('共收到意见39条，办结0条，其余39条正在办理');
      expect(headers.get('set-cookie')).toBeNull();
      expect((await citizen.get('/notices')).html).toContain('公布的采纳情况');
    });
  });
});
