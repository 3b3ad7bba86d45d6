import {
  advanceCompilation,
  CompilationQuery,
  PrepareCompilationUseCase,
  rescheduleDeadlines,
  VerifyLedgerQuery,
} from '../../src/compilation/index.js';
import { DraftsQuery } from '../../src/drafts/index.js';
import { Ports, ship, shippedCharts } from '../../src/engine/index.js';
import { ObligationsQuery, waiveObligations } from '../../src/obligations/index.js';
import { Mail } from '../../src/outbox/index.js';
import { Database } from '../../src/platform/index.js';
import { actionPlan } from '../support/action-plan.js';
import { importText } from '../support/drafts-steps.js';
import { type HttpHouse, openHttpHouse } from '../support/http-house.js';
import { visitAs } from '../support/page-visitor.js';
import { ReviewOffice } from '../support/review-office.js';
import { secretary } from '../support/test-house.js';
import { type Conclusion } from '../../src/review/index.js';

const on = (key: string, date: string) => ({
  key,
  rule: { kind: 'onOrBefore' as const, date },
  source: '行动计划通知',
});
const plan = {
  definition: 'action-plan',
  title: '《质量提升三年行动计划》',
  shortTitle: '《行动计划》',
  noticeTitle: '关于编制《质量提升三年行动计划》的通知',
  documentNumber: '沪质办〔2021〕9号',
  issuer: '市质量工作领导小组办公室',
  secretariat: '《行动计划》起草组秘书处',
  contact: { office: '秘书处', telephone: '〔略〕', address: 'plan@example.org' },
  firstDay: '2021-06-28',
  deadlines: [
    on('tasksIn', '2021-07-30'),
    on('writtenBy', '2021-08-20'),
    on('lawyersDone', '2021-09-03'),
    on('councilDay', '2021-09-10'),
    on('issuedBy', '2021-09-30'),
  ],
  draftingGroup: ['head', 'member', 'secretariat'].map((role) => ({
    role,
    organisation: '市市场监管局',
    post: '岗位',
    address: `${role}@example.org`,
  })),
};
const draft = (task: string) =>
  ['质量提升三年行动计划（草案）', '一、总体要求', '（一）目标。到2024年有明显进展。', '二、任务', task].join(
    '\n',
  );

/** The same house has the plan of 2021, prepared; neither may show words of the other. */
describe('a second plan in the same house', () => {
  let base: HttpHouse;
  let house: HttpHouse;
  let work: ReviewOffice;
  beforeAll(async () => {
    if (!shippedCharts().includes(actionPlan)) ship(actionPlan);
    base = await openHttpHouse('2021-06-28T09:00:00+08:00', 10);
    const { compilationId } = await base.get(PrepareCompilationUseCase).execute(secretary, plan);
    house = { ...base, compilationId };
    work = await ReviewOffice.open(house);
  });
  afterAll(() => base.close());

  const status = () => house.get(CompilationQuery).status(house.compilationId);
  const advance = (event: string, reason = '') => house.perform(advanceCompilation, { event, reason });
  const pageOf = async (area: string) => {
    const office = await visitAs(house, 'secretariat');
    return office.get(`/c/${house.compilationId}/${area}`);
  };

  it('is answered and heard by the rooms that know the first', () => {
    expect(house.get(Ports).faults(shippedCharts())).toEqual([]);
  });

  it.each([
    [{ definition: 'no-plan' }, '没有名为“no-plan”的编制流程'],
    [{ definition: undefined }, '请写明用哪一种'],
    [{ definition: 'implementation-scheme-2021' }, '没有名为“tasksIn”、“writtenBy”'],
    [{ deadlines: plan.deadlines.slice(1) }, '缺少期限：tasksIn（任务报送）'],
    [{ deadlines: [...plan.deadlines, plan.deadlines[0]] }, '期限“tasksIn”重复'],
    [{ deadlines: [...plan.deadlines.slice(0, 4), on('issuedBy', '2021-07-01')] }, '印发'],
    [{ deadlines: [...plan.deadlines.slice(0, 4), on('issuedBy', '2044-07-01')] }, '没有2044年的节假日安排'],
  ])('is not prepared with %j', async (change, said) => {
    const prepared = house
      .get(PrepareCompilationUseCase)
      .execute(secretary, { ...plan, documentNumber: null, ...change });
    await expect(prepared).rejects.toMatchObject({ userMessage: expect.stringContaining(said) });
  });

  it('goes from its first state to its last in its own words', async () => {
    expect(await status()).toMatchObject({
      stateTitle: '待布置',
      next: { event: 'kickOff', title: '布置任务', state: 'gathering' },
    });
    await expect(advance('startCompilation')).rejects.toMatchObject({ code: 'unknown-event' });
    await advance('kickOff');
    const items = await house.get(ObligationsQuery).list(house.compilationId);
    expect(items.length).toBeGreaterThan(0);
    await expect(advance('endGathering')).rejects.toMatchObject({ code: 'gate-not-met' });
    await house.perform(waiveObligations, {
      ids: items.map(({ id }) => id),
      reason: '任务由秘书处汇总',
      approver: '秘书处负责人（岗位）',
    });
    await advance('endGathering');
    await importText(house, draft('（二）提升产品质量。'));
    expect(await advance('finishWriting')).toMatchObject({
      state: 'council.preparing',
      draftVersion: '草案',
    });
  });

  it('moves its own deadlines and no other', async () => {
    const deadlines = { councilDay: { kind: 'onOrBefore' as const, date: '2021-09-13' } };
    const order = { reason: '会议改期', deadlines };
    await house.perform(rescheduleDeadlines, order);
    const moved = (await house.get(CompilationQuery).deadlines(house.compilationId)).map(
      ({ nominal }) => nominal,
    );
    expect(moved).toContain('2021-09-13');
    const unknown = {
      reason: '改期',
      deadlines: { plenary: { kind: 'onOrBefore' as const, date: '2021-09-13' } },
    };
    const refused = house.perform(rescheduleDeadlines, unknown);
    await expect(refused).rejects.toMatchObject({ code: 'unknown-deadline' });
  });

  it('holds its meeting, has it send the text back, and holds it again', async () => {
    await hold('2021-09-10', '退回');
    const filed = await work.file({ kind: 'plenary', clauseId: null, content: '任务须有责任单位。' });
    await advance('councilObjects', '会议退回');
    expect(await status()).toMatchObject({ stateTitle: '按会议要求修改', next: { event: 'writeAgain' } });
    await importText(house, draft('（二）提升产品质量，由各单位负责。'));
    await work.answer(filed.id, { answer: 'unchanged', text: '已在总体要求中写明。' });
    await advance('writeAgain');
    await hold('2021-09-13', '通过');
    await advance('councilAgrees');
    await importText(house, draft('（二）提升产品质量，由各单位分工负责。'));
    expect(await advance('settleText')).toMatchObject({ state: 'settled', draftVersion: '定稿' });
  });

  async function hold(date: string, conclusion: Conclusion): Promise<void> {
    const { id } = await work.arrangePlenary({ date });
    await advance('callCouncil');
    await house.moveTo(`${date}T17:00:00+08:00`);
    const { title, invitees } = await work.meeting(id);
    expect(title).toBe('联席会议');
    await work.attend(id, invitees);
    await work.conclude(id, conclusion, { headStatement: '按大家的意见修改。' });
  }

  it('can be paused and goes on where it stood', async () => {
    await advance('pause', '等待上位文件');
    expect(await status()).toMatchObject({ stateTitle: '已暂停', next: { event: 'goOn' } });
    const deadlines = {
      councilDay: { kind: 'onOrBefore' as const, date: '2021-09-13' },
      issuedBy: { kind: 'onOrBefore' as const, date: '2021-09-30' },
    };
    const confirm = { reason: '确认原日期', deadlines };
    await house.perform(rescheduleDeadlines, confirm);
    expect(await advance('goOn')).toMatchObject({ state: 'settled' });
  });

  it('ends with its last version, and its ledger replays to where it stands', async () => {
    expect(await advance('issuePlan')).toMatchObject({ state: 'published', draftVersion: '印发稿' });
    const versions = await house.get(DraftsQuery).versions(house.compilationId);
    expect([...new Set(versions.map(({ name }) => name))]).toEqual(['草案', '定稿', '印发稿']);
    const verdict = await house.get(VerifyLedgerQuery).execute(house.compilationId);
    expect(verdict).toMatchObject({ ok: true, replay: { ok: true } });
  });

  it('shows its own titles on its pages, and says which stages it does not have', async () => {
    const overview = await pageOf('overview');
    expect(overview.status).toBe(200);
    expect(overview.html).toContain('已印发');
    expect(overview.html).not.toContain('征求意见稿');
    const drafts = await pageOf('drafts');
    expect([drafts.status, drafts.html.includes('论证稿')]).toEqual([200, false]);
    const consultation = await pageOf('consultation');
    expect([consultation.status, consultation.html.includes('不设“征求意见”这一环节')]).toEqual([404, true]);
    expect((await pageOf('meetings')).html).not.toContain('专家论证会');
    expect((await pageOf('ledger')).html).toContain('会议退回');
  });

  it('says nothing of itself where the first plan is asked, and the first nothing of itself in its mails', async () => {
    const first = await base.get(CompilationQuery).status(base.compilationId);
    expect(first).toMatchObject({ stateTitle: '待启动', next: { event: 'startCompilation' } });
    const mails = await house
      .get(Database)
      .read((reader) => reader.findBy(Mail, { compilationId: house.compilationId }));
    expect(mails.length).toBeGreaterThan(0);
    const texts = JSON.stringify(mails.map(({ view }) => view));
    expect(texts).not.toMatch(/征求意见稿|论证稿|送审稿|报批稿|材料报送截止/);
  });
});
