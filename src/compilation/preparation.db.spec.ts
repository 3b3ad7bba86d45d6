import { assess } from '../../test/support/drafts-steps.js';
import { openHouse, secretary, type TestHouse } from '../../test/support/test-house.js';
import { mailHeading } from './mail-heading.js';
import { CompilationQuery, findDraftingGroup, PrepareCompilationUseCase } from './index.js';

const plan = {
  title: '《质量强市建设规划》',
  shortTitle: '《规划》',
  noticeTitle: '关于组织编制《质量强市建设规划》的通知',
  documentNumber: '沪质办〔2022〕1号',
  issuer: '市质量工作领导小组办公室',
  secretariat: '《规划》起草工作组秘书处',
  contact: { office: '综合处', telephone: '〔略〕', address: 'planning@example.org' },
  firstDay: '2022-03-01',
  deadlines: [
    {
      key: 'materialsDue',
      title: '材料报送',
      stage: 'drafting',
      event: 'closeMaterials',
      rule: { kind: 'onOrBefore', date: '2022-04-01' },
      source: '通知第四条',
    },
  ],
};

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
