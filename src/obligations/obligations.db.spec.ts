import { type ObligationsOffice, openOffice } from '../../test/support/obligations-office.js';
import { type Sent } from '../engine/index.js';
import { LedgerQuery } from '../ledger/index.js';
import {
  acceptObligations,
  acknowledgeObligation,
  beginObligation,
  ObligationsQuery,
  returnObligation,
  withdrawObligation,
} from './index.js';

let office: ObligationsOffice;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.house.close());

const accept = async (...keys: string[]) => {
  const ids = await Promise.all(keys.map(async (key) => (await office.owedBy(key)).id));
  return office.house.perform(acceptObligations, { ids });
};
const sendBack = async (key: string, input: Omit<Sent<typeof returnObligation>, 'obligationId'>) =>
  office.house.perform(returnObligation, { obligationId: (await office.owedBy(key)).id, ...input });
const progress = () => office.house.get(ObligationsQuery).progress(office.compilationId);

describe('starting the compilation', () => {
  it('gives each of the 160 units of the five categories one obligation, dated by the notice', async () => {
    const counts = await progress();
    expect(counts.map(({ category, owed }) => [category, owed])).toEqual([
      ['member', 36],
      ['district', 16],
      ['association', 76],
      ['group', 24],
      ['institute', 8],
      ['all', 160],
    ]);
    expect(await office.owedBy('water')).toMatchObject({
      state: 'owed',
      round: 1,
      nominal: '2021-07-25',
      effectiveAt: Date.parse('2021-07-26T15:59:59.999Z'),
      deadlineRevision: 1,
    });
  });

  it('calls what an institute owes a research report', async () => {
    const rows = await office.house.get(ObligationsQuery).list(office.compilationId);
    const titles = new Map(rows.map((row) => [row.category, row.title]));
    expect(titles.get('institute')).toBe('课题研究报告');
    expect(titles.get('group')).toBe('《实施方案》材料');
  });
});

describe('the receipt of the notice', () => {
  const acknowledge = async (key: string, as = key) => {
    const { id } = await office.owedBy(key);
    return office.house.perform(acknowledgeObligation, { obligationId: id }, await office.unitActor(as));
  };
  const head = () => office.house.get(LedgerQuery).head(office.compilationId);

  it('is acknowledged by the unit; who neither did nor began is silent', async () => {
    const silent = async () => (await progress()).at(-1)?.silent;
    expect(await silent()).toBe(160);
    const at = office.house.clock.now();
    expect(await acknowledge('housing-construction')).toEqual({ acknowledgedAt: new Date(at).toISOString() });
    expect(await office.owedBy('housing-construction')).toMatchObject({ state: 'owed', acknowledgedAt: at });
    const { id } = await office.owedBy('transport');
    await office.house.perform(beginObligation, { obligationId: id }, await office.unitActor('transport'));
    expect(await silent()).toBe(158);
  });

  it('acknowledged again keeps its first instant and leaves no entry in the ledger', async () => {
    const [first, before] = [await office.owedBy('housing-construction'), await head()];
    await acknowledge('housing-construction');
    expect(await office.owedBy('housing-construction')).toEqual(first);
    expect(await head()).toEqual(before);
  });

  it('is not acknowledged by one unit for another', async () => {
    for (const key of ['housing-construction', 'finance']) {
      await expect(acknowledge(key, 'justice')).rejects.toMatchObject({ code: 'not-found' });
    }
  });
});

describe('handing in', () => {
  it('is refused while something is missing, and leaves nothing behind', async () => {
    office.submissions.missing = ['三、目标缺少2035年数值'];
    await expect(office.handIn('water')).rejects.toMatchObject({
      code: 'gate-not-met',
      userMessage: expect.stringContaining('三、目标缺少2035年数值'),
    });
    office.submissions.missing = [];
    const owed = await office.owedBy('water');
    expect(owed).toMatchObject({ state: 'owed', handedInAt: null });
    expect(await office.mailsAbout(owed.id, 'receipt')).toEqual([]);
  });

  it('waits for review and sends the liaison a receipt with number and digest', async () => {
    await office.handIn('water');
    const owed = await office.owedBy('water');
    expect(owed).toMatchObject({ state: 'submitted', handedInLate: false });
    const [receipt] = await office.mailsAbout(owed.id, 'receipt');
    expect(receipt.address).toBe('liaison.water@example.org');
    expect(receipt.view).toMatchObject({
      recipient: { name: '联络员', unitName: '上海市水务局' },
      submission: {
        number: expect.stringMatching(/^2021-\d{4}$/),
        submittedAtText: '2021年6月25日 09:00',
        sha256: 'ab'.repeat(32),
        parts: [{ title: '一、现状', text: '820字' }],
        lateText: null,
      },
    });
  });

  it('can be taken back by the unit until it is accepted, and handed in again with a new receipt', async () => {
    const { id } = await office.owedBy('water');
    await office.house.perform(withdrawObligation, { obligationId: id }, await office.unitActor('water'));
    expect(await office.owedBy('water')).toMatchObject({ state: 'drafting', handedInAt: null });
    await office.handIn('water');
    await accept('water');
    await expect(
      office.house.perform(withdrawObligation, { obligationId: id }, await office.unitActor('water')),
    ).rejects.toMatchObject({ code: 'step-not-offered' });
    expect(await office.mailsAbout(id, 'receipt')).toHaveLength(2);
  });

  it('is each unit’s own: another unit’s obligation does not exist for it', async () => {
    const { id } = await office.owedBy('finance');
    const stranger = await office.unitActor('justice');
    await expect(office.house.perform(beginObligation, { obligationId: id }, stranger)).rejects.toMatchObject(
      {
        code: 'not-found',
      },
    );
    await office.house.perform(beginObligation, { obligationId: id }, await office.unitActor('finance'));
    expect(await office.owedBy('finance')).toMatchObject({ state: 'drafting' });
  });
});

describe('acceptance', () => {
  it('is a later act of the secretariat, refused for what was not handed in', async () => {
    await expect(accept('justice')).rejects.toMatchObject({ code: 'not-all-offered' });
    await office.handIn('justice');
    await accept('justice');
    expect(await office.owedBy('justice')).toMatchObject({
      state: 'accepted',
      settledAt: office.house.clock.now(),
    });
  });

  it('of many is one act: one that cannot be accepted is named, and none is', async () => {
    await office.handIn('commerce');
    await expect(accept('commerce', 'health')).rejects.toMatchObject({
      code: 'not-all-offered',
      userMessage: expect.stringContaining('市卫生健康委（未报送）'),
    });
    expect(await office.owedBy('commerce')).toMatchObject({ state: 'submitted' });
  });

  it('pressed by two people at once happens once; the other is refused', async () => {
    const both = await Promise.allSettled([accept('commerce'), accept('commerce')]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = both.find((one) => one.status === 'rejected') as PromiseRejectedResult;
    expect(refused.reason).toMatchObject({ code: 'not-all-offered', status: 409 });
  });

  it('knows only obligations of its compilation', async () => {
    await expect(office.house.perform(acceptObligations, { ids: ['nobody'] })).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(office.house.perform(acceptObligations, { ids: [] })).rejects.toMatchObject({
      code: 'invalid-input',
    });
  });
});

describe('a return', () => {
  it('without comments is refused', async () => {
    await office.handIn('education');
    await expect(sendBack('education', { comments: ['  '] })).rejects.toMatchObject({
      code: 'gate-not-met',
      userMessage: expect.stringContaining('没有写明退回的原因和补正要求'),
    });
    expect(await office.owedBy('education')).toMatchObject({ state: 'submitted', returnComments: null });
  });

  it('tells the unit what to change, and keeps a deadline that leaves it time enough', async () => {
    await sendBack('education', { comments: ['请补充2035年目标。'] });
    const owed = await office.owedBy('education');
    expect(owed).toMatchObject({
      state: 'returned',
      deadlineRevision: 1,
      returnComments: ['请补充2035年目标。'],
    });
    const [mail] = await office.mailsAbout(owed.id, 'returned');
    expect(mail.view).toMatchObject({
      comments: ['请补充2035年目标。'],
      deadline: { effectiveText: '7月26日（星期一）24:00', rolled: true },
    });
    await office.handIn('education');
    expect(await office.owedBy('education')).toMatchObject({ state: 'submitted', returnComments: null });
  });

  it('near the deadline leaves the unit five working days, and nobody is late before they are over', async () => {
    office.house.clock.moveTo(Date.parse('2021-07-26T10:00:00+08:00'));
    await sendBack('education', { comments: ['请注明数据来源。'] });
    expect(await office.owedBy('education')).toMatchObject({
      nominal: '2021-08-02',
      effectiveAt: Date.parse('2021-08-02T15:59:59.999Z'),
      deadlineRevision: 2,
    });
    const late = await office.house.get(ObligationsQuery).late(office.compilationId);
    expect(late).toEqual([]);
  });

  it('to a day that is past is refused', async () => {
    await office.handIn('health');
    await expect(
      sendBack('health', { comments: ['请修改。'], resubmitBy: '2021-07-23' }),
    ).rejects.toMatchObject({ code: 'deadline-already-past' });
    await sendBack('health', { comments: ['请修改。'], resubmitBy: '2021-07-31' });
    expect(await office.owedBy('health')).toMatchObject({
      nominal: '2021-07-31',
      effectiveAt: Date.parse('2021-08-02T15:59:59.999Z'),
    });
  });
});
