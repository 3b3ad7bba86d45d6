import { type HttpHouse, openHttpHouse } from '../../../test/support/http-house.js';
import { type PageVisitor, visitAs } from '../../../test/support/page-visitor.js';
import { png, ReviewOffice } from '../../../test/support/review-office.js';
import { reopenDraft } from '../../../test/support/drafts-steps.js';
import { standAt } from '../../../test/support/stand-at.js';
import { ReviewQuery } from '../../review/index.js';

describe('the pages of meetings', () => {
  let house: HttpHouse;
  let work: ReviewOffice;
  beforeAll(async () => {
    house = await openHttpHouse('2021-10-01T09:00:00+08:00');
    work = await ReviewOffice.open(house);
  });
  beforeEach(() => work.beforeExperts());
  afterAll(() => house.close());

  /** Signed in anew each time: the clock runs through weeks, longer than a session lasts. */
  const office: PageVisitor = {
    get: async (address) => (await visitAs(house, 'secretariat')).get(address),
    post: async (address, fields) => (await visitAs(house, 'secretariat')).post(address, fields),
  };
  const path = (below = '') => `/c/${house.compilationId}/meetings${below}`;
  const arrangement = { date: '2021-10-20', from: '09:30', to: '11:30', place: '一号会议室' };

  it('arrange a meeting with those who are ticked, and mail nobody yet', async () => {
    const { html } = await office.get(path('/arrange/expertReview'));
    expect(html).toContain('不寄发邮件');
    const partyIds = await work.expertIds(3);
    const { location } = await office.post(path('/arrange/expertReview'), { ...arrangement, partyIds });
    const view = await office.get(location!);
    expect(view.html).toContain(`（第${work.round + 1}次）已安排，邀请3名，尚未召集。`);
    expect(await work.invitations(location!.split('/').at(-1)!)).toHaveLength(0);
  });

  it('refuse a day that is no working day and keep what was typed', async () => {
    const partyIds = await work.expertIds(3);
    const order = { ...arrangement, date: '2021-10-23', partyIds };
    const { status, html } = await office.post(path('/arrange/expertReview'), order);
    expect(status).toBe(422);
    expect(html).toContain('不是工作日');
    expect(html).toContain('一号会议室');
  });

  it('record replies, declarations, opinions and signatures that came on paper', async () => {
    const { id, invitees } = await work.hold(3);
    const seat = path(`/${id}/invitees/${invitees[0].id}`);
    await office.post(`${seat}/conflict`, { conflict: 'none', note: '' });
    await office.post(`${seat}/opinion`, { recommendation: '通过', text: '目标可行。' });
    const sheet = new FormData();
    sheet.append('file', new Blob([png]), '签字页.png');
    expect((await office.post(`${seat}/signature`, sheet)).status).toBe(303);
    const [first] = (await work.meeting(id)).invitees;
    expect(first).toMatchObject({ conflict: 'none', recommendation: '通过', signature: 'signed' });
    expect((await office.get(seat)).html).toContain('已签署');
  });

  it('list what is missing until the conclusion, and offer the minutes after it', async () => {
    const { id, invitees } = await work.hold(3);
    for (const { id: inviteeId } of invitees) await work.declare(inviteeId);
    expect((await office.get(path(`/${id}`))).html).toContain('还没有登记结论');
    expect((await office.get(path(`/${id}/minutes`))).status).toBe(409);
    const record = {
      conclusion: '修改后通过',
      discussion: '逐条讨论。',
      holder: ['', '甲'],
      view: ['', '不同意见'],
    };
    await office.post(path(`/${id}/conclusion`), record);
    const { html } = await office.get(path(`/${id}`));
    expect(html).toContain('结论为“修改后通过”');
    expect((await work.meeting(id)).minutes?.dissentingViews).toEqual([{ holder: '甲', view: '不同意见' }]);
    const minutes = await office.get(path(`/${id}/minutes?format=html`));
    expect(minutes.html).toContain('专家论证会纪要');
  });

  it('file a point and answer it with the clause that was changed', async () => {
    const { id, invitees } = await work.hold(3);
    for (const { id: inviteeId } of invitees) await work.declare(inviteeId);
    const filed = await office.post(path('/points'), { kind: 'expert', content: '建议补充测算依据。' });
    expect(filed.location).toBe(path(`/${id}#points`));
    await work.conclude(id, '重新论证');
    await standAt(house, 'consulting.expertReview.reworking', { expertReviewRound: work.round + 1 });
    await reopenDraft(house, '论证稿');
    const points = await house.get(ReviewQuery).points(house.compilationId, 'expert');
    const { id: pointId } = points.at(-1)!;
    const refused = await office.post(path(`/points/${pointId}/answer`), {
      answer: 'changed',
      text: '已改。',
    });
    expect(refused.html).toContain('请选择修改稿中的条款');
    const { clauseId } = await work.reviseDraft('到2025年，质量强市建设取得显著进展。');
    await office.post(path(`/points/${pointId}/answer`), { answer: 'changed', clauseId, text: '已改。' });
    expect((await office.get(path(`/${id}`))).html).toMatch(/已修改：[^<]*主要目标/);
  });

  it('move a disagreement from its log to the decision', async () => {
    const views = { holder: ['甲单位', '乙单位'], view: ['从高', '留余地'], reason: ['衔接', '基数'] };
    const issue = { kind: '分歧意见', title: '目标值的取法', proposal: '按国家口径。', ...views };
    await office.post(path('/issues'), issue);
    const raised = await office.get(path('/issues'));
    expect(raised.html).toContain('已决定0项，待领导小组决定0项，待提请1项');
    const [, escalate] = /action="([^"]+\/escalate)"/.exec(raised.html)!;
    await office.post(escalate);
    await office.post(escalate.replace('escalate', 'decide'), { decision: '同意处理建议。' });
    const { html } = await office.get(path('/issues'));
    expect(html).toContain('已决定1项，待领导小组决定0项，待提请0项');
    expect(html).toContain('同意处理建议。');
  });

  it('let an auditor look but record nothing', async () => {
    const { id, invitees } = await work.hold(3);
    const auditor = await visitAs(house, 'auditor', 'audit-1');
    expect((await auditor.get(path(`/${id}`))).status).toBe(200);
    expect((await auditor.post(path(`/${id}/attendance`), { present: invitees[0].id })).status).toBe(403);
  });
});
