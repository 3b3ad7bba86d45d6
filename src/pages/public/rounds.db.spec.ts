import { prepareNotice } from '../../consultation/index.js';
import { consultedText, noticeInput } from '../../../test/support/consultation-office.js';
import { freezeDraft, importText, react, reopenDraft } from '../../../test/support/drafts-steps.js';
import { type HttpHouse, openHttpHouse } from '../../../test/support/http-house.js';
import { type PageVisitor, visitAs } from '../../../test/support/page-visitor.js';

describe('the public pages of a consultation that nobody answered', () => {
  let house: HttpHouse;
  let citizen: PageVisitor;
  beforeAll(async () => {
    house = await openHttpHouse('2021-08-20T09:00:00+08:00');
    await reopenDraft(house, '征求意见稿');
    await importText(house, consultedText);
    await openRound();
    citizen = await visitAs(house, 'nobody');
  });
  afterAll(() => house.close());

  const feedback = () => citizen.get(`/feedback/${house.compilationId}`);
  const newest = async () =>
    /href="(\/notices\/[0-9a-f-]{36})"/.exec((await citizen.get('/notices')).html)![1];

  async function openRound(): Promise<void> {
    await freezeDraft(house, '征求意见稿');
    await house.perform(prepareNotice, noticeInput);
    await react(house, 'openConsultation');
  }

  it('say that nothing came, and do not list anything', async () => {
    await react(house, 'closeConsultation');
    await react(house, 'publishFeedback');
    const { html } = await feedback();
    expect(html).toContain('<h1>未收到社会公众的意见反馈。</h1>');
  });

  it('lead from the first round to the second, and take nothing for the first any more', async () => {
    const first = await newest();
    await reopenDraft(house, '征求意见稿');
    await openRound();
    const { html } = await citizen.get(`${await newest()}/comment`);
    const [, ticket] = /name="ticket" value="([^"]*)"/.exec(html)!;
    const second = await newest();
    expect(second).not.toBe(first);
    expect((await citizen.get(first)).html).toContain(`<a href="${second}">新的公告</a>`);
    expect((await citizen.get(`${first}/comment`)).html).toContain('另有新的一轮');
    const misled = { ticket, clauseId: '', category: '社会公众', content: '投给上一轮。' };
    const refused = await citizen.post(`${first}/comment`, misled);
    expect([refused.status, refused.html.includes('投给上一轮。')]).toEqual([409, true]);
    expect((await feedback()).html).toContain('第2轮征求意见的采纳情况尚未公布。');
  });
});
