import { fieldsSentTo } from '../../test/support/form-fields.js';
import { type HttpHouse, openHttpHouse } from '../../test/support/http-house.js';
import { type PageVisitor, visitAs } from '../../test/support/page-visitor.js';
import { ReviewOffice } from '../../test/support/review-office.js';
import { raiseIssue, escalateIssue } from '../compilation/index.js';

/** Two tabs on one form. */
interface Edit {
  /** The page on which the form stands, below the compilation's. */
  page: string;
  /** Where the form goes, below the compilation's; the page itself unless told. */
  action?: string;
  /** Where it goes first, to show what would follow. */
  preview?: string;
  first: Record<string, string | string[]>;
  second: Record<string, string | string[]>;
  /** What the refusal of the second must show: what stands now. */
  stands: string;
  /** What was typed and must not be lost. */
  typed: string;
}

describe('two tabs on one form: the second', () => {
  let house: HttpHouse;
  let work: ReviewOffice;
  let office: PageVisitor;
  let arranged = '';
  let held = '';
  let issue = '';
  let raised = '';

  beforeAll(async () => {
    house = await openHttpHouse('2021-10-01T09:00:00+08:00');
    work = await ReviewOffice.open(house);
    await work.beforeExperts();
    await house.database.write((tx) =>
      tx.query(`UPDATE compilation SET "documentNumber" = '沪质办〔2021〕4号'`),
    );
    const views = [
      { holder: '甲单位', view: '从高', reason: '衔接纲要' },
      { holder: '乙单位', view: '从低', reason: '基数待核' },
    ];
    const content = { kind: '分歧意见' as const, title: '目标值的取法', views, proposal: '按纲要口径。' };
    ({ id: issue } = await house.perform(raiseIssue, content));
    await house.perform(escalateIssue, { issueId: issue });
    ({ id: raised } = await house.perform(raiseIssue, { ...content, title: '步骤的安排' }));
    office = await visitAs(house, ['secretariat', 'drafter']);
  }, 60_000);
  afterAll(() => house.close());

  const path = (below: string) => `/c/${house.compilationId}${below}`;

  async function twice({
    page,
    action = page,
    preview = action,
    first,
    second,
    stands,
    typed,
  }: Edit): Promise<void> {
    const { html, status } = await office.get(path(page));
    expect([page, status]).toEqual([page, 200]);
    const fields = fieldsSentTo(html, path(preview));
    expect([page, fields.began]).toEqual([page, expect.stringMatching(/^[0-9a-f]{16}$/)]);
    const saved = await office.post(path(action), { ...fields, ...first });
    expect([page, saved.status, saved.status === 303 ? '' : saved.html]).toEqual([page, 303, '']);
    const refused = await office.post(path(action), { ...fields, ...second });
    expect([page, refused.status]).toEqual([page, 409]);
    expect(refused.html).toContain('在您打开之后已被修改，您的修改没有保存');
    expect(refused.html).toContain(stands);
    expect(refused.html).toContain(typed);
    // Sent again from there, the two texts side by side, it is what its writer wants.
    const seen = fieldsSentTo(refused.html, path(action));
    expect(seen.began).not.toBe(fields.began);
    if (!('file' in fields)) {
      const sent = await office.post(path(action), seen);
      expect([page, sent.status, sent.status === 303 ? '' : sent.html]).toEqual([page, 303, '']);
    }
  }

  it('changes no arrangement of a meeting that it did not show', async () => {
    const partyIds = await work.expertIds(3);
    const day = { date: '2021-10-20', from: '09:30', to: '11:30', partyIds };
    await twice({
      page: '/meetings/arrange/expertReview',
      first: { ...day, place: '一号会议室' },
      second: { ...day, place: '二号会议室', partyIds: partyIds.slice(1) },
      stands: '2021年10月20日09:30至11:30，一号会议室，邀请',
      typed: '二号会议室',
    });
  });

  it('moves no meeting that was moved', async () => {
    arranged = (await work.convene(3)).id;
    await twice({
      page: `/meetings/${arranged}`,
      action: `/meetings/${arranged}/reschedule`,
      first: { date: '2021-10-21' },
      second: { place: '三号会议室' },
      stands: '2021年10月21日09:30至11:30，一号会议室',
      typed: '三号会议室',
    });
  });

  it('moves no deadline that was moved, neither at the preview nor at the button', async () => {
    const page = '/settings/timeline/reviewDraftDue';
    const { html } = await office.get(path(page));
    const fields = { ...fieldsSentTo(html, path(`${page}/preview`)), reason: '留足时间' };
    const move = (date: string, action = page) => office.post(path(action), { ...fields, date });
    const previewed = await move('2021-10-28', `${page}/preview`);
    const carried = fieldsSentTo(previewed.html, path(page));
    expect(carried.began).toMatch(/^[0-9a-f]{16}$/);
    expect((await move('2021-10-29')).status).toBe(303);
    for (const late of [
      await office.post(path(page), carried),
      await move('2021-10-28', `${page}/preview`),
    ]) {
      expect(late.status).toBe(409);
      expect(late.html).toMatch(/“形成送审稿”为2021年10月29日/);
      expect(late.html).toContain('留足时间');
    }
  });

  it('puts no formality on file beside one that it did not show', async () => {
    const page = '/packet/procedures';
    const report = { title: '实施成效评估报告', completedOn: '2021-07-30' };
    await twice({
      page,
      action: `${page}/evaluation`,
      first: { ...report, conclusion: '总体完成。' },
      second: { ...report, conclusion: '基本完成。' },
      stands: '总体完成。',
      typed: '基本完成。',
    });
  });

  it('registers no other number of the notice', async () => {
    await twice({
      page: '/settings/procedures',
      action: '/settings/procedures/notice',
      first: { documentNumber: '沪质办〔2021〕5号' },
      second: { documentNumber: '沪质办〔2021〕6号' },
      stands: '沪质办〔2021〕5号',
      typed: '沪质办〔2021〕6号',
    });
  });

  it('writes over no view of an issue, neither when amending nor when deciding nor when escalating', async () => {
    const page = '/meetings/issues';
    const { html } = await office.get(path(page));
    const deciding = fieldsSentTo(html, path(`${page}/${issue}/decide`));
    const escalating = fieldsSentTo(html, path(`${page}/${raised}/escalate`));
    await twice({
      page,
      action: `${page}/${raised}/amend`,
      first: { why: '补记', view: ['从快', '从低', ''] },
      second: { why: '另记', view: ['从高', '从缓', ''] },
      stands: '从快',
      typed: '从缓',
    });
    const put = await office.post(path(`${page}/${raised}/escalate`), escalating);
    expect([put.status, put.html]).toEqual([409, expect.stringContaining('乙单位“从缓”')]);
    expect(
      (await office.post(path(`${page}/${issue}/decide`), { ...deciding, decision: '同意。' })).status,
    ).toBe(303);
    const late = await office.post(path(`${page}/${issue}/decide`), {
      ...deciding,
      decision: '不同意。',
      reason: '更正',
    });
    expect([late.status, late.html]).toEqual([409, expect.stringContaining('同意。')]);
    expect(late.html).toContain('不同意。');
  });

  it('registers no attendance over another', async () => {
    await house.moveTo('2021-10-21T12:00:00+08:00');
    office = await visitAs(house, ['secretariat', 'drafter']);
    held = arranged;
    const { invitees } = await work.meeting(held);
    await twice({
      page: `/meetings/${held}`,
      action: `/meetings/${held}/attendance`,
      first: { present: invitees.map(({ id }) => id) },
      second: { present: [invitees[0].id, invitees[1].id], reason: '一名早退' },
      stands: '到会3名',
      typed: '一名早退',
    });
  });

  it('writes over no minutes and no opinion', async () => {
    const { invitees } = await work.meeting(held);
    for (const { id } of invitees) await work.declare(id);
    await twice({
      page: `/meetings/${held}/invitees/${invitees[0].id}`,
      action: `/meetings/${held}/invitees/${invitees[0].id}/opinion`,
      first: { recommendation: '通过', text: '目标可行。' },
      second: { recommendation: '通过', text: '目标偏高。' },
      stands: '目标可行。',
      typed: '目标偏高。',
    });
    await twice({
      page: `/meetings/${held}`,
      action: `/meetings/${held}/conclusion`,
      first: { conclusion: '修改后通过', discussion: '逐条讨论。' },
      second: { conclusion: '修改后通过', discussion: '另一份记录。', reason: '更正' },
      stands: '逐条讨论。',
      typed: '另一份记录。',
    });
  });

  it('sets no rule of attendance over another', async () => {
    await twice({
      page: '/meetings',
      action: '/meetings/rules',
      first: { attendance: 'twoThirds', basis: '工作规则第八条' },
      second: { attendance: 'all', basis: '工作规则第九条' },
      stands: '工作规则第八条',
      typed: '工作规则第九条',
    });
  });

  it('lists no topic under a number that was taken meanwhile, and keeps what was typed', async () => {
    const { html } = await office.get(path('/topics'));
    const fields = fieldsSentTo(html, path('/topics'));
    expect((await office.post(path('/topics'), { ...fields, title: '甲课题' })).status).toBe(303);
    const late = await office.post(path('/topics'), { ...fields, title: '乙课题' });
    expect(late.status).toBe(409);
    expect(late.html).toContain('已是“甲课题”');
    expect(late.html).toContain('乙课题');
  });

  it('forms no other drafting group, corrects no person and no year of holidays over another', async () => {
    await twice({
      page: '/settings/groups/drafting',
      first: { role: ['head'], organisation: ['甲单位'], post: ['组长'], address: ['a@example.org'] },
      second: { role: ['head'], organisation: ['乙单位'], post: ['组长'], address: ['a@example.org'] },
      stands: '甲单位',
      typed: '乙单位',
    });
    const [expert] = await work.expertIds(1);
    await twice({
      page: '/settings/groups',
      action: `/settings/groups/experts/${expert}/correct`,
      first: { field: '质量基础设施', reason: '更正' },
      second: { field: '标准化', reason: '更正' },
      stands: '质量基础设施',
      typed: '标准化',
    });
    await twice({
      page: '/settings/holidays/edit?year=2021',
      action: '/settings/holidays',
      preview: '/settings/holidays/preview',
      first: { source: '国办发明电〔2020〕27号通知' },
      second: { source: '另一份通知' },
      stands: '国办发明电〔2020〕27号通知',
      typed: '另一份通知',
    });
  });

  it('corrects no basis document over another', async () => {
    const { html } = await office.get(path('/drafts/basis'));
    const [, action] = /action="[^"]*(\/drafts\/basis\/[^"/]+\/correct)"/.exec(html)!;
    await twice({
      page: '/drafts/basis',
      action,
      first: { title: '甲文件', reason: '更正' },
      second: { title: '乙文件', reason: '更正' },
      stands: '甲文件',
      typed: '乙文件',
    });
  });
});
