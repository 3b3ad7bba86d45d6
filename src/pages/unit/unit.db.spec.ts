import { fieldsOf } from '../../../test/support/form-fields.js';
import { type HttpHouse, openHttpHouse } from '../../../test/support/http-house.js';
import { mailedCode, type UnitVisitor, visitAsUnit } from '../../../test/support/link-visitor.js';
import { fourPartInput } from '../../../test/support/materials.js';
import { type PageVisitor, visitAs } from '../../../test/support/page-visitor.js';
import { LinkTokens, renewLink, revokeLink } from '../../access/index.js';
import { advanceCompilation } from '../../compilation/index.js';
import { LedgerQuery } from '../../ledger/index.js';
import { saveDraft, SubmissionsQuery } from '../../materials/index.js';
import { ObligationsQuery, returnObligation } from '../../obligations/index.js';
import { Mail } from '../../outbox/index.js';
import { logger } from '../../platform/index.js';

let house: HttpHouse;
let unit: UnitVisitor;
beforeEach(async () => {
  house = await openHttpHouse('2021-06-28T10:00:00+08:00');
  await house.perform(advanceCompilation, { event: 'startCompilation', reason: '按通知启动' });
  unit = await visitAsUnit(house);
});
afterEach(() => house.close());

const id = () => unit.obligation.id;
const at = () => `/unit/${id()}`;
const material = () => house.get(SubmissionsQuery).material(house.compilationId, id());
const row = async () => (await house.get(ObligationsQuery).list(house.compilationId, { ids: [id()] }))[0];
const entries = (type: string) => house.get(LedgerQuery).latest(house.compilationId, { type, limit: 50 });

/** Everything that is asked for, saved by the unit. */
async function fillIn(): Promise<void> {
  const actor = { kind: 'unit' as const, id: unit.obligation.unitId };
  const { revision } = await material();
  const draft = { revision, content: fourPartInput() };
  await house.perform(saveDraft, { obligationId: id(), ...draft }, actor);
}

describe('the page of a unit', () => {
  it('says what is owed, by when, how long is left and whom to ask', async () => {
    const { status, html } = await unit.get(at());
    expect(status).toBe(200);
    expect(html).toContain(unit.obligation.unitName);
    expect(html).toContain('7月25日（星期日），顺延至7月26日（星期一）24:00');
    expect(html).toMatch(/还有<\/span><b>20<\/b><span>个工作日/);
    expect(html).toContain('secretariat@example.org');
  });

  it('shows what a unit without its link may not see to nobody else', async () => {
    const stranger = await visitAs(house, 'nobody');
    const { status, html } = await stranger.get(at());
    expect(status).toBe(401);
    expect(html).toContain('请从邮件中的链接进入');
    const office = await visitAs(house, 'secretariat');
    expect((await office.get(at())).status).toBe(403);
  });

  it('acknowledges receipt at the press of a button', async () => {
    await unit.post(`${at()}/acknowledgement`);
    expect((await unit.get(at())).html).toContain('签收通知。');
    expect((await row()).acknowledgedAt).not.toBeNull();
  });

  it('asks for an extension and shows that it waits for an answer', async () => {
    await unit.post(`${at()}/extension`, { until: '2021-08-02', reason: '数据须待半年报' });
    const { html } = await unit.get(at());
    expect(html).toContain('数据须待半年报');
    expect(html).toContain('秘书处尚未答复');
  });

  it('shows why something came back', async () => {
    await handIn(unit);
    const comments = ['请补充测算依据'];
    await house.perform(returnObligation, { obligationId: id(), comments });
    const { html } = await unit.get(at());
    expect(html).toContain('请补充测算依据');
    expect(html).toContain('请修改后重新报送');
  });

  it('of one obligation shows nothing of another one', async () => {
    await unit.post(`${at()}/draft`, { revision: '0', 'part-currentState': '只属于本单位的现状' });
    const other = await visitAsUnit(house, 1);
    expect((await other.get(at())).status).toBe(403);
    const { html } = await other.get(`/unit/${other.obligation.id}`);
    expect(html).not.toContain('只属于本单位的现状');
    expect(html).not.toContain(unit.obligation.unitName);
    expect((await other.get(`/c/${house.compilationId}/overview`)).status).toBe(403);
    expect((await other.get(`/expert/${id()}`)).status).toBe(403);
  });
});

describe('what is typed', () => {
  it('is saved with its lists; empty rows are no rows', async () => {
    await unit.post(`${at()}/draft`, {
      revision: '0',
      'part-goals': '到2025年……',
      'indicator-0-name': '合格率',
      'indicator-0-value2025': '98.6',
      'indicator-1-name': '',
      'indicator-1-bound': '≥',
      'task-0-title': '质量链提升',
      'task-0-milestones': '2023年6月：完成评价\r\n2025：建成；投入使用',
      'task-0-strategies': ['长三角一体化', '科创板注册制'],
    });
    const { content } = await material();
    expect(content.parts.goals).toBe('到2025年……');
    expect(content.indicators).toMatchObject([{ name: '合格率', value2025: 98.6 }]);
    expect(content.tasks).toMatchObject([
      {
        milestones: [
          { by: '2023-06', result: '完成评价' },
          { by: '2025', result: '建成；投入使用' },
        ],
        strategies: ['长三角一体化', '科创板注册制'],
      },
    ]);
  });

  it('is as it was after it was shown and saved unchanged', async () => {
    await fillIn();
    const before = await material();
    const fields = fieldsOf((await unit.get(at())).html, 'material-form');
    await unit.post(`${at()}/draft`, fields);
    expect((await material()).content).toEqual(before.content);
    expect((await material()).revision).toBe(before.revision);
  });

  it('is saved on a pause in typing, with the revision to go on from', async () => {
    const { html } = await unit.post(`${at()}/draft/auto`, { revision: '0', 'part-goals': '目标' });
    expect(html).toContain('2021年6月28日 10:00');
    expect(html).toContain(`value="${(await material()).revision}"`);
  });

  it('in two browsers at once is kept in both: one saved, the other still in the form', async () => {
    await unit.post(`${at()}/draft`, { revision: '0', 'part-goals': '甲处所写' });
    const { status, html } = await unit.post(`${at()}/draft`, { revision: '0', 'part-goals': '乙处所写' });
    expect(status).toBe(409);
    expect(html).toContain('甲处所写');
    expect(html).toContain('乙处所写');
    expect((await material()).content.parts.goals).toBe('甲处所写');
  });

  it('that lacks something is saved, and the page says with links what is missing', async () => {
    const answer = await unit.post(`${at()}/draft`, { revision: '0', 'part-goals': '目标', then: 'submit' });
    expect(answer.location).toBe(`${at()}#check`);
    const { html } = await unit.get(at());
    expect(html).toContain('<a href="#part-currentState">“现状”没有填写</a>');
    expect((await row()).state).toBe('drafting');
  });
});

describe('handing in', () => {
  it('saves, mails a code to the registered contact, and hands in with it', async () => {
    await fillIn();
    const fields = fieldsOf((await unit.get(at())).html, 'material-form');
    expect((await unit.post(`${at()}/draft`, { ...fields, then: 'submit' })).location).toBe(`${at()}/submit`);
    expect((await row()).state).toBe('drafting');
    await unit.post(`${at()}/submit`, { code: await mailedCode(house) });
    expect((await row()).state).toBe('submitted');
    const { html } = await unit.get(at());
    expect(html).toContain('报送回执');
    expect(html).toContain((await material()).frozen[0].sha256);
    const [receipt] = await house.database.read((reader) => reader.findBy(Mail, { template: 'receipt' }));
    expect(html).toContain(`回执${(receipt.view.submission as { number: string }).number}号`);
  });

  it('is refused without the code and with a wrong one', async () => {
    await fillIn();
    expect((await unit.post(`${at()}/submit`, { code: '' })).status).toBe(422);
    await unit.post(`${at()}/submit/code`);
    const wrong = (await mailedCode(house)) === '000000' ? '000001' : '000000';
    expect((await unit.post(`${at()}/submit`, { code: wrong })).html).toContain('验证码不对');
    expect((await row()).state).toBe('drafting');
  });

  it('takes a code once, for its own purpose, and not after 15 minutes', async () => {
    await handIn(unit);
    const used = await mailedCode(house);
    expect((await unit.post(`${at()}/withdraw`, { code: used })).status).toBe(422);
    await unit.post(`${at()}/withdraw/code`);
    house.clock.moveTo(house.clock.now() + 16 * 60_000);
    expect((await unit.post(`${at()}/withdraw`, { code: await mailedCode(house) })).status).toBe(422);
    expect((await row()).state).toBe('submitted');
  });

  it('gives up a code after five wrong tries', async () => {
    await fillIn();
    await unit.post(`${at()}/submit/code`);
    const code = await mailedCode(house);
    const wrong = code === '000000' ? '000001' : '000000';
    for (let tries = 0; tries < 5; tries += 1) await unit.post(`${at()}/submit`, { code: wrong });
    expect((await unit.post(`${at()}/submit`, { code })).status).toBe(422);
    expect((await row()).state).toBe('drafting');
  });

  it('mails at most five codes an hour', async () => {
    await fillIn();
    for (let sent = 0; sent < 5; sent += 1) expect((await unit.post(`${at()}/submit/code`)).status).toBe(303);
    const { status, html } = await unit.post(`${at()}/submit/code`);
    expect(status).toBe(429);
    expect(html).toContain('一小时内已经发送5次验证码');
  });

  it('takes no code that was mailed for another session', async () => {
    await fillIn();
    await unit.post(`${at()}/submit/code`);
    const again = await visitAsUnit(house);
    expect((await again.post(`${at()}/submit`, { code: await mailedCode(house) })).status).toBe(422);
  });

  it('keeps the code out of the ledger, and out of the register of mails once it has run out', async () => {
    await fillIn();
    await unit.post(`${at()}/submit/code`);
    const code = await mailedCode(house);
    const [sent] = await entries('accessCode.sent');
    expect(JSON.stringify(sent.payload)).not.toContain(code);
    await house.moveTo('2021-06-28T10:20:00+08:00');
    expect(await mailedCode(house)).toBe('〔已失效〕');
  });

  it('can be taken back with a code until the secretariat has reviewed it', async () => {
    await handIn(unit);
    await unit.post(`${at()}/withdraw/code`);
    await unit.post(`${at()}/withdraw`, { code: await mailedCode(house) });
    expect((await row()).state).toBe('drafting');
    expect((await unit.get(at())).html).toContain('已填齐，可以报送');
  });
});

describe('the link of a mail', () => {
  const path = () => house.get(LinkTokens).pathTo('unit', id());
  const stranger = (): Promise<PageVisitor> => visitAs(house, 'nobody');

  it('changes nothing and opens nothing by being looked at', async () => {
    const head = async () => (await house.get(LedgerQuery).latest(house.compilationId, { limit: 1 }))[0].seq;
    const before = await head();
    const answer = await (await stranger()).get(await path());
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([200, null]);
    expect(await head()).toBe(before);
  });

  it('lets the unit in at the press of the button', async () => {
    const answer = await (await stranger()).post(await path());
    expect([answer.status, answer.location]).toEqual([303, at()]);
  });

  it('never stands in the log', async () => {
    const lines: unknown[] = [];
    const info = logger.info.bind(logger);
    logger.info = (line: unknown) => void lines.push(line);
    const link = await path();
    await (await stranger()).post(link);
    logger.info = info;
    expect(JSON.stringify(lines)).toContain('/u/:aboutId/:generation/:token');
    expect(JSON.stringify(lines)).not.toContain(link.split('/').at(-1));
  });

  it('of an earlier mail has a new one mailed to the contact, three times an hour', async () => {
    const old = await path();
    await house.perform(renewLink, { kind: 'unit', aboutId: id() });
    const visitor = await stranger();
    const void_ = await visitor.get(old);
    expect(void_.status).toBe(404);
    expect(void_.html).not.toContain(unit.obligation.unitName);
    for (let sent = 0; sent < 3; sent += 1)
      expect((await visitor.post(`${old}/renew`)).location).toBe('/new-link-sent');
    expect((await visitor.post(`${old}/renew`)).status).toBe(429);
    const mails = await house.database.read((reader) => reader.findBy(Mail, { template: 'new-link' }));
    expect(mails).toHaveLength(3);
    expect((await visitor.get(await path())).status).toBe(200);
  });

  it('that was guessed or revoked is offered no new one', async () => {
    const visitor = await stranger();
    const guessed = `/u/${id()}/1/${'A'.repeat(43)}`;
    expect((await visitor.get(guessed)).html).not.toContain('新链接发到');
    expect((await visitor.post(`${guessed}/renew`)).status).toBe(404);
    const revoked = await path();
    await house.perform(revokeLink, { kind: 'unit', aboutId: id() });
    expect((await visitor.post(`${revoked}/renew`)).status).toBe(404);
  });
});

async function handIn(visitor: UnitVisitor): Promise<void> {
  await fillIn();
  await visitor.post(`${at()}/submit/code`);
  await visitor.post(`${at()}/submit`, { code: await mailedCode(house) });
}
