import { type ObligationsOffice, openOffice } from '../../test/support/obligations-office.js';
import { secretary } from '../../test/support/test-house.js';
import { CompilationQuery } from '../compilation/index.js';
import { Ports } from '../engine/index.js';
import {
  AcceptObligationsUseCase,
  BeginObligationUseCase,
  ObligationsQuery,
  ReturnObligationUseCase,
  WaiveObligationsUseCase,
  WithdrawObligationUseCase,
} from './index.js';

let office: ObligationsOffice;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.house.close());

const accept = async (...keys: string[]) => {
  const ids = await Promise.all(keys.map(async (key) => (await office.owedBy(key)).id));
  return office.house.get(AcceptObligationsUseCase).execute(office.compilationId, secretary, { ids });
};
const waive = async (keys: string[], rest: object) => {
  const ids = await Promise.all(keys.map(async (key) => (await office.owedBy(key)).id));
  return office.house.get(WaiveObligationsUseCase).execute(office.compilationId, secretary, { ids, ...rest });
};
const sendBack = async (key: string, input: object) =>
  office.house
    .get(ReturnObligationUseCase)
    .execute(office.compilationId, secretary, (await office.owedBy(key)).id, input);
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
    const withdraw = office.house.get(WithdrawObligationUseCase);
    const { id } = await office.owedBy('water');
    await withdraw.execute(office.compilationId, await office.unitActor('water'), id);
    expect(await office.owedBy('water')).toMatchObject({ state: 'drafting', handedInAt: null });
    await office.handIn('water');
    await accept('water');
    await expect(
      withdraw.execute(office.compilationId, await office.unitActor('water'), id),
    ).rejects.toMatchObject({ code: 'step-not-offered' });
    expect(await office.mailsAbout(id, 'receipt')).toHaveLength(2);
  });

  it('is each unit’s own: another unit’s obligation does not exist for it', async () => {
    const { id } = await office.owedBy('finance');
    const stranger = await office.unitActor('justice');
    const begin = office.house.get(BeginObligationUseCase);
    await expect(begin.execute(office.compilationId, stranger, id)).rejects.toMatchObject({
      code: 'not-found',
    });
    await begin.execute(office.compilationId, await office.unitActor('finance'), id);
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
    const accepting = office.house.get(AcceptObligationsUseCase);
    await expect(
      accepting.execute(office.compilationId, secretary, { ids: ['nobody'] }),
    ).rejects.toMatchObject({ code: 'not-found' });
    await expect(accepting.execute(office.compilationId, secretary, { ids: [] })).rejects.toMatchObject({
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

describe('a waiver', () => {
  it.each([[{ reason: '', approver: '市质量办主任' }], [{ reason: '机构改革，职责已划转。', approver: '' }]])(
    'without reason or approver is refused: %j',
    async (input) => {
      await expect(waive(['taxation'], input)).rejects.toMatchObject({
        code: 'gate-not-met',
        userMessage: expect.stringContaining('豁免须写明理由和批准人'),
      });
      expect(await office.owedBy('taxation')).toMatchObject({ state: 'owed', waiverReason: null });
    },
  );

  it('with both settles the obligation', async () => {
    const input = { reason: '机构改革，职责已划转。', approver: '市质量办主任' };
    await waive(['taxation', 'customs'], input);
    expect(await office.owedBy('customs')).toMatchObject({
      state: 'waived',
      waiverReason: input.reason,
      waiverApprover: input.approver,
    });
    await expect(waive(['taxation'], input)).rejects.toMatchObject({ code: 'not-all-offered', status: 409 });
  });

  it('of what was already handed in is refused: it must be reviewed', async () => {
    await office.handIn('statistics');
    await expect(waive(['statistics'], { reason: '甲', approver: '乙' })).rejects.toMatchObject({
      code: 'not-all-offered',
    });
  });
});

describe('closing the materials', () => {
  const gate = async () => {
    const status = await office.house.get(CompilationQuery).status(office.compilationId);
    return status.gate.find((line) => line.requirement === 'materialsSettled')!;
  };

  it('is refused while anything is open, counting each kind and naming a few units', async () => {
    const counts = (await progress()).at(-1)!;
    expect(counts).toMatchObject({
      accepted: 3,
      waived: 2,
      submitted: 1,
      returned: 2,
      drafting: 1,
      owed: 151,
    });
    const { met, facts, sentence } = await gate();
    expect(met).toBe(false);
    expect(facts).toMatchObject({
      owed: 160,
      accepted: 3,
      waived: 2,
      notHandedIn: 152,
      toReview: 1,
      returned: 2,
    });
    expect((facts as { units: string[] }).units).toHaveLength(20);
    expect(sentence).toContain('未报送152家、待审核1家、退回待补正2家');
    await expect(office.advance('closeMaterials')).rejects.toMatchObject({ code: 'gate-not-met' });
  });

  it('is possible once each is accepted or waived with a reason', async () => {
    const rows = await office.house.get(ObligationsQuery).list(office.compilationId);
    const open = rows.filter((row) => ['owed', 'drafting', 'returned'].includes(row.state));
    const waiving = office.house.get(WaiveObligationsUseCase);
    const reasoned = { reason: '未参与有关工作。', approver: '市质量办主任' };
    await waiving.execute(office.compilationId, secretary, { ids: open.map(({ id }) => id), ...reasoned });
    expect(await gate()).toMatchObject({ met: false, facts: { toReview: 1, notHandedIn: 0, returned: 0 } });
    await accept('statistics');
    expect(await gate()).toMatchObject({ met: true, facts: { accepted: 4, waived: 156 } });
  });
});

describe('written consultation', () => {
  const react = (intent: string) =>
    office.act(async (act) => {
      const params = { kind: 'reply', deadlineKey: 'unitRepliesDue' };
      const scope = { instanceId: office.compilationId, params, context: {}, event: { type: intent } };
      const ports = office.house.get(Ports);
      for (const reaction of ports.reactionsTo('implementation-scheme-2021@1', intent)) {
        await reaction.react(act, scope);
      }
    });
  const facts = () =>
    office.house.database.read((tx) =>
      office.house
        .get(Ports)
        .factSource('implementation-scheme-2021@1', 'unitRepliesIn')
        .gather({
          tx,
          now: office.house.clock.now(),
          compilationId: office.compilationId,
          instanceId: office.compilationId,
          context: {},
          event: { type: 'completeAppraisalDraft' },
          guard: { requirements: [] },
        }),
    );

  it('asks every unit for a reply; who has not answered is named', async () => {
    await react('issueObligations');
    await office.handIn('water', 'reply');
    const found = await facts();
    expect(found).toMatchObject({ sent: 160, replied: 1, waived: 0, outstanding: 159 });
    expect(found.units).toHaveLength(20);
  });

  it('ends unanswered what was not answered: silence is not consent, and no reply is lost', async () => {
    await react('endObligations');
    expect(await office.owedBy('finance', 'reply')).toMatchObject({
      state: 'unanswered',
      settledAt: office.house.clock.now(),
    });
    expect(await office.owedBy('water', 'reply')).toMatchObject({ state: 'submitted', settledAt: null });
    expect(await facts()).toMatchObject({ replied: 1, outstanding: 159 });
    await expect(office.handIn('finance', 'reply')).rejects.toMatchObject({ code: 'step-not-offered' });
  });

  it('put a second time asks every unit again in a second round', async () => {
    await react('issueObligations');
    expect(await office.owedBy('water', 'reply')).toMatchObject({ round: 2, state: 'owed' });
    expect(await facts()).toMatchObject({ sent: 160, replied: 0, outstanding: 160 });
    const progress = await office.house.get(ObligationsQuery).progress(office.compilationId, 'reply');
    expect(progress.at(-1)).toMatchObject({ total: 160, owed: 160, submitted: 0 });
  });
});
