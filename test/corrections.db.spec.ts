import {
  recordProcedure,
  withdrawProcedure,
  amendIssue,
  decideIssue,
  escalateIssue,
  raiseIssue,
  withdrawIssue,
  type RecordedContent,
} from '../src/compilation/index.js';
import {
  correctExpert,
  correctSeat,
  DirectoryQuery,
  enterExpert,
  enterSeat,
  withdrawExpert,
  withdrawSeat,
} from '../src/directory/index.js';
import {
  registerBasis,
  closeRealignment,
  correctBasis,
  withdrawBasis,
  reopenRealignment,
  DraftsQuery,
} from '../src/drafts/index.js';
import { Acts, WithdrawnRecord } from '../src/engine/index.js';
import { amendVisit, withdrawVisit, logVisit, VisitsQuery } from '../src/materials/index.js';
import { assess } from './support/drafts-steps.js';
import { openHouse, secretary, type TestHouse } from './support/test-house.js';

const reason = { reason: '登记有误' };

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse('2021-08-20T10:00:00+08:00');
});
afterAll(() => house.close());

const withdrawn = (id: string) => house.database.read((reader) => reader.findOneBy(WithdrawnRecord, { id }));
/** The step as the ledger would have it. */
const step = (name: string) =>
  house
    .get(Acts)
    .perform(
      { compilationId: house.compilationId, actor: secretary, type: 'compilation.advanced' },
      async (act) => act.note({ step: name }),
    );

describe('a formality that was put on file by mistake', () => {
  const record = (content: RecordedContent) =>
    house.perform(recordProcedure, { kind: 'riskAssessment', content });
  const take = (id: string, input: { reason: string } = reason) =>
    house.perform(withdrawProcedure, { recordId: id, ...input });

  it('is taken back with a reason, and the one before it counts again', async () => {
    await record({ conclusion: '可控', completedOn: '2021-08-18' });
    const { id } = await record({ conclusion: '不可控', completedOn: '2021-08-19' });
    expect((await assess(house, 'riskAssessed')).met).toBe(false);
    await expect(take(id, {} as never)).rejects.toMatchObject({ code: 'invalid-input' });
    await take(id);
    expect((await assess(house, 'riskAssessed')).met).toBe(true);
    expect(await withdrawn(id)).toMatchObject({ kind: 'procedure_record', ...reason });
  });

  it('stands once a step weighed it, and the refusal names the step', async () => {
    const { id } = await record({ conclusion: '不需评估', completedOn: '2021-08-19' });
    await step('convenePlenary');
    await expect(take(id)).rejects.toMatchObject({
      code: 'record-in-use',
      userMessage:
        '该次登记的风险评估已为“召集全体会议”所依据，不能更改或者撤回；确有差错的，请另行登记一次，写明更正的情况。',
    });
  });
});

describe('a research visit', () => {
  const visit = {
    kind: 'industry' as const,
    place: '某行业协会',
    visitedOn: '2021-08-18',
    hosts: ['某行业协会'],
    findings: '建议统筹布局。',
  };

  it('is corrected or taken back with a reason, until the 征求意见稿 rests on it', async () => {
    const { id } = await house.perform(logVisit, visit);
    const change = { ...visit, visitedOn: '2021-08-17', revision: 1 };
    await expect(house.perform(amendVisit, { visitId: id, ...change } as never)).rejects.toMatchObject({
      code: 'invalid-input',
    });
    await house.perform(amendVisit, { visitId: id, ...change, ...reason });
    const [kept] = await house.get(VisitsQuery).list(house.compilationId);
    expect(kept.visitedOn).toBe('2021-08-17');
    const future = { ...change, visitedOn: '2021-08-21', revision: 2, ...reason };
    await expect(house.perform(amendVisit, { visitId: id, ...future })).rejects.toMatchObject({
      code: 'visit-still-to-come',
    });
    await house.perform(withdrawVisit, { visitId: id, ...reason });
    expect(await house.get(VisitsQuery).list(house.compilationId)).toEqual([]);
    const { id: second } = await house.perform(logVisit, visit);
    await step('completeConsultationDraft');
    await expect(house.perform(withdrawVisit, { visitId: second, ...reason })).rejects.toMatchObject({
      code: 'record-in-use',
      userMessage: expect.stringContaining('形成征求意见稿') as string,
    });
  });
});

describe('a basis document', () => {
  const document = {
    key: 'outline',
    title: '质量强国纲要',
    documentNumber: null,
    issuedOn: null,
    status: '未发布' as const,
    compare: true,
  };
  const basis = () => house.get(DraftsQuery).basis(house.compilationId);

  it('is corrected, its comparison opened again, and taken back with what is open of it', async () => {
    await house.perform(registerBasis, { documents: [document] });
    const change = { title: '质量强国建设纲要', documentNumber: null, issuedOn: null, ...reason };
    await house.perform(correctBasis, { basisKey: 'outline', ...change });
    const found = (await basis()).documents.find(({ key }) => key === 'outline')!;
    expect(found.title).toBe('质量强国建设纲要');
    const { id: taskId } = (await basis()).tasks.find((task) => task.basisDocumentId === found.id)!;
    await house.perform(closeRealignment, { taskId, result: '一致。' });
    await expect(house.perform(withdrawBasis, { basisKey: 'outline', ...reason })).rejects.toMatchObject({
      code: 'record-in-use',
      userMessage: expect.stringContaining('已办结') as string,
    });
    await house.perform(reopenRealignment, { taskId: taskId, ...reason });
    await house.perform(withdrawBasis, { basisKey: 'outline', ...reason });
    expect((await basis()).documents.some(({ key }) => key === 'outline')).toBe(false);
    expect(await withdrawn(taskId)).not.toBeNull();
  });
});

describe('a seat and an expert', () => {
  it('are entered, corrected and taken back; an expert is not kept aside by name', async () => {
    const seat = {
      organisation: '市示例局',
      post: '局长',
      role: 'member' as const,
      address: 'a@example.org',
    };
    const { id } = await house.perform(enterSeat, seat);
    await house.perform(correctSeat, { seatId: id, ...seat, post: '分管负责人', ...reason });
    const seats = () => house.get(DirectoryQuery).leadingGroup();
    expect((await seats()).find((one) => one.id === id)?.post).toBe('分管负责人');
    const stranger = { ...seat, unitId: 'no-such', ...reason };
    await expect(house.perform(correctSeat, { seatId: id, ...stranger })).rejects.toMatchObject({
      code: 'not-found',
    });
    await house.perform(withdrawSeat, { seatId: id, ...reason });
    expect((await seats()).some((one) => one.id === id)).toBe(false);
    const expert = { name: '专家甲', institution: '示例院', field: '计量', address: 'e@example.org' };
    const entered = await house.perform(enterExpert, expert);
    await house.perform(correctExpert, { expertId: entered.id, ...expert, field: '标准化', ...reason });
    await house.perform(withdrawExpert, { expertId: entered.id, ...reason });
    expect(await withdrawn(entered.id)).toBeNull();
  });
});

describe('no state of a disagreement holds the compilation back for ever', () => {
  type Start = () => Promise<string>;
  const sided = (views: number, proposal: string) => ({
    kind: '分歧意见' as const,
    title: '口径',
    views: ['甲', '乙'].slice(0, views).map((holder) => ({ holder, view: '意见', reason: '' })),
    proposal,
  });
  const starts: [string, Start][] = [
    ['one view', async () => (await house.perform(raiseIssue, sided(1, ''))).id],
    ['no proposal', async () => (await house.perform(raiseIssue, sided(2, ''))).id],
    ['complete', async () => (await house.perform(raiseIssue, sided(2, '从高'))).id],
    [
      'escalated',
      async () => {
        const { id } = await house.perform(raiseIssue, sided(2, '从高'));
        await house.perform(escalateIssue, { issueId: id });
        return id;
      },
    ],
  ];
  const ways: [string, (issueId: string) => Promise<void>][] = [
    ['withdrawn', (issueId) => house.perform(withdrawIssue, { issueId, ...reason })],
    [
      'completed, escalated and decided',
      async (issueId) => {
        await house.perform(amendIssue, { issueId, ...sided(2, '从高'), ...reason });
        await house.perform(escalateIssue, { issueId });
        await house.perform(decideIssue, { issueId, decision: '从高。' });
      },
    ],
  ];

  it.each(starts.flatMap(([from, start]) => ways.map(([by, lead]) => [from, by, start, lead] as const)))(
    'from %s it is %s',
    async (_from, _by, start, lead) => {
      const id = await start();
      expect((await assess(house, 'disagreementsClosed')).met).toBe(false);
      await lead(id);
      expect((await assess(house, 'disagreementsHandled')).met).toBe(true);
      expect((await assess(house, 'disagreementsClosed')).met).toBe(true);
    },
  );
});
