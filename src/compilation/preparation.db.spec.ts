import { assess } from '../../test/support/drafts-steps.js';
import { openHouse, secretary, type TestHouse } from '../../test/support/test-house.js';
import { mailHeading } from './mail-heading.js';
import { prepareExample } from './prepare-compilation.example.js';
import {
  CompilationQuery,
  Deadline,
  findDraftingGroup,
  PrepareCompilationUseCase,
  rescheduleDeadlines,
} from './index.js';

const plan = {
  ...prepareExample,
  documentNumber: '沪质办〔2022〕1号',
  contact: { office: '综合处', telephone: '〔略〕', address: 'planning@example.org' },
};
type Line = (typeof plan.deadlines)[number];
/** The example's dates with one of them changed. */
const withLine = (key: string, change: Partial<Line>): Line[] =>
  plan.deadlines.map((line) => (line.key === key ? { ...line, ...change } : line));

describe('preparing a compilation', () => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house.close());
  const prepare = (change: object) =>
    house.get(PrepareCompilationUseCase).execute(secretary, { ...plan, ...change });

  it('takes the number of its notice once, however its brackets are typed', async () => {
    await prepare({ documentNumber: '沪质办[2022]第01号' });
    const taken = prepare({ documentNumber: '沪质办（2022）1号' });
    await expect(taken).rejects.toMatchObject({
      code: 'document-number-taken',
      status: 409,
      userMessage: expect.stringContaining('沪质办〔2022〕1号'),
    });
  });

  it('takes another number of the same year, or the same of another year', async () => {
    await prepare({ documentNumber: '沪质办〔2022〕2号' });
    await prepare({ documentNumber: '沪质办〔2023〕1号' });
  });

  it('refuses what is no number of a document', async () => {
    await expect(prepare({ documentNumber: '第4号' })).rejects.toMatchObject({
      code: 'invalid-input',
      userMessage: expect.stringContaining('沪质办〔2021〕4号'),
    });
  });

  it('lets it wait for its number, but not start without one', async () => {
    const { compilationId } = await prepare({ documentNumber: null });
    const waiting = await assess({ ...house, compilationId }, 'noticeRegistered');
    expect(waiting).toMatchObject({ met: false, sentence: expect.stringContaining('发文字号') });
    expect(await assess(house, 'noticeRegistered')).toMatchObject({ met: true });
  });

  it('keeps whom to ask as it was entered, for every mail, and how public it is', async () => {
    const { compilationId } = await prepare({ documentNumber: '沪质办〔2022〕3号' });
    const stored = await house.get(CompilationQuery).only(compilationId);
    expect(stored).toMatchObject({ contact: plan.contact, publicity: '主动公开' });
    expect(mailHeading(stored).contact).toEqual(plan.contact);
    const seeded = await house.get(CompilationQuery).only(house.compilationId);
    expect(seeded.publicity).toBe('此件公开发布');
  });

  describe('with dates that cannot stand', () => {
    const rule = { kind: 'onOrBefore' as const, date: '2021-11-01' };
    it.each<[string, Line[], string]>([
      [
        'a made-up key',
        [...plan.deadlines, { key: 'madeUp', rule, source: '通知' } as never],
        '没有名为“madeUp”',
      ],
      ['a key twice', [...plan.deadlines, plan.deadlines[0]], '“materialsDue”重复'],
      ['a key missing', plan.deadlines.slice(0, -1), 'publication（市政府审批发布）'],
      [
        'an event the chart does not have',
        withLine('plenary', { event: 'celebrate' }),
        '“celebrate”不在编制流程中',
      ],
      [
        'an event of another deadline',
        withLine('plenary', { event: 'closeMaterials' }),
        '不是closeMaterials',
      ],
      [
        'a plenary before the consultation opens',
        withLine('plenary', { rule: { ...rule, date: '2021-08-02' } }),
        '“领导小组全体会议”2021年8月2日（星期一）早于“合法性审查”2021年11月10日（星期三）',
      ],
      [
        'a consultation that closes before it opens',
        withLine('consultationCloses', { rule: { ...rule, date: '2021-08-16' } }),
        '“公开征求意见截止”2021年8月16日（星期一）早于“公开征求意见开始”2021年8月31日（星期二）',
      ],
      [
        'holidays not on file',
        withLine('publication', { rule: { ...rule, date: '2041-12-30' } }),
        '没有2041年的节假日安排',
      ],
      [
        'a deadline before the first day',
        withLine('materialsDue', { rule: { ...rule, date: '2021-06-01' } }),
        '早于首日2021年6月25日',
      ],
    ])('such as %s is refused before anything is written', async (_, deadlines, sentence) => {
      const before = (await house.get(CompilationQuery).list()).length;
      await expect(prepare({ deadlines, documentNumber: null })).rejects.toMatchObject({
        code: 'timeline-not-possible',
        status: 400,
        userMessage: expect.stringContaining(sentence),
      });
      expect(await house.get(CompilationQuery).list()).toHaveLength(before);
    });

    it('names everything at once that is wrong with the keys', async () => {
      const bad = prepare({
        documentNumber: null,
        deadlines: [{ key: 'madeUp', event: 'celebrate', rule, source: '通知' }],
      });
      const said = await bad.catch((error: { userMessage: string }) => error.userMessage);
      for (const part of [
        '“madeUp”',
        '“celebrate”',
        'materialsDue（材料报送）',
        'consultationCloses（公开征求意见截止）',
      ])
        expect(said).toContain(part);
    });
  });

  it('once prepared badly is mended: a missing date is entered, a made-up one removed', async () => {
    const { compilationId } = await prepare({ documentNumber: '沪质办〔2022〕9号' });
    await house.database.write(async (tx) => {
      await tx.update(Deadline, { compilationId, key: 'plenary' }, { key: 'madeUp' });
      await tx.delete(Deadline, { compilationId, key: 'consultationCloses' });
    });
    const bad = { ...house, compilationId };
    const { gate } = await house.get(CompilationQuery).status(compilationId);
    const line = gate.find(({ requirement }) => requirement === 'timelineComplete');
    expect(line).toMatchObject({
      met: false,
      sentence: expect.stringContaining('公开征求意见截止、领导小组全体会议'),
    });
    const rules = Object.fromEntries(prepareExample.deadlines.map(({ key, rule }) => [key, rule]));
    const mending = { plenary: rules.plenary, consultationCloses: rules.consultationCloses, madeUp: null };
    const mend = { reason: '补全时间安排', deadlines: mending };
    await bad.perform(rescheduleDeadlines, mend);
    expect((await assess(bad, 'timelineComplete')).met).toBe(true);
    const keys = (await house.get(CompilationQuery).deadlines(compilationId)).map(({ key }) => key);
    expect(keys).toEqual(prepareExample.deadlines.map(({ key }) => key));
    const needed = { reason: '不需要了', deadlines: { plenary: null } };
    await expect(bad.perform(rescheduleDeadlines, needed)).rejects.toMatchObject({
      code: 'deadline-required',
    });
  });

  it('does not start before the drafting group has a head, members and a secretariat', async () => {
    const { compilationId } = await prepare({ documentNumber: '沪质办〔2022〕4号' });
    const { met, sentence } = await assess({ ...house, compilationId }, 'draftingGroupFormed');
    expect([met, sentence]).toEqual([false, expect.stringContaining('组长、成员、秘书处')]);
    expect((await assess(house, 'draftingGroupFormed')).met).toBe(true);
    const group = await house.database.read((reader) => findDraftingGroup(reader, house.compilationId));
    const postsOf = (role: string) => group.filter((member) => member.role === role).map(({ post }) => post);
    expect(postsOf('head')).toEqual(['市质量办主任、市市场监管局局长（岗位）']);
    expect(postsOf('secretariat').length).toBeGreaterThan(0);
  });
});
