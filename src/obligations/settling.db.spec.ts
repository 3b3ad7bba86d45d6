import { type ObligationsOffice, openOffice } from '../../test/support/obligations-office.js';
import { CompilationQuery } from '../compilation/index.js';
import { type IntentScope, Ports, type Reaction } from '../engine/index.js';
import { implementationScheme2021 } from '../../workflows/implementation-scheme-2021/index.js';
import { endObligations, issueObligations } from './issue-obligations.js';
import {
  acceptObligations,
  beginObligation,
  ObligationsQuery,
  returnObligation,
  waiveObligations,
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
const waive = async (keys: string[], rest: object) => {
  const ids = await Promise.all(keys.map(async (key) => (await office.owedBy(key)).id));
  return office.house.perform(waiveObligations, { ids, ...rest });
};
const progress = () => office.house.get(ObligationsQuery).progress(office.compilationId);

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
    for (const key of ['justice', 'health']) await office.handIn(key);
    await accept('justice');
    const { id } = await office.owedBy('finance');
    await office.house.perform(beginObligation, { obligationId: id });
    await office.house.perform(returnObligation, {
      obligationId: (await office.owedBy('health')).id,
      comments: ['请修改。'],
    });
    const counts = (await progress()).at(-1)!;
    expect(counts).toMatchObject({
      accepted: 1,
      waived: 2,
      submitted: 1,
      returned: 1,
      drafting: 1,
      owed: 154,
    });
    const { met, facts, sentence } = await gate();
    expect(met).toBe(false);
    expect(facts).toMatchObject({
      owed: 160,
      accepted: 1,
      waived: 2,
      notHandedIn: 155,
      toReview: 1,
      returned: 1,
    });
    expect((facts as { units: string[] }).units).toHaveLength(20);
    expect(sentence).toContain('未报送155家、待审核1家、退回待补正1家');
    await expect(office.advance('closeMaterials')).rejects.toMatchObject({ code: 'gate-not-met' });
  });

  it('is possible once each is accepted or waived with a reason', async () => {
    const rows = await office.house.get(ObligationsQuery).list(office.compilationId);
    const open = rows.filter((row) => ['owed', 'drafting', 'returned'].includes(row.state));
    const reasoned = { reason: '未参与有关工作。', approver: '市质量办主任' };
    await office.house.perform(waiveObligations, { ids: open.map(({ id }) => id), ...reasoned });
    expect(await gate()).toMatchObject({ met: false, facts: { toReview: 1, notHandedIn: 0, returned: 0 } });
    await accept('statistics');
    expect(await gate()).toMatchObject({ met: true, facts: { accepted: 2, waived: 158 } });
  });
});

describe('written consultation', () => {
  const react = ({ react: perform }: Reaction) =>
    office.act((act) => {
      const params = { kind: 'reply', deadlineKey: 'unitRepliesDue' };
      return perform(act, { params } as unknown as IntentScope);
    });
  const facts = () =>
    office.house.database.read((tx) =>
      office.house
        .get(Ports)
        .factSource(implementationScheme2021, 'unitRepliesIn')
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
    await react(issueObligations);
    await office.handIn('water', 'reply');
    const found = await facts();
    expect(found).toMatchObject({ sent: 160, replied: 1, waived: 0, outstanding: 159 });
    expect(found.units).toHaveLength(20);
  });

  it('ends unanswered what was not answered: silence is not consent, and no reply is lost', async () => {
    await react(endObligations);
    expect(await office.owedBy('finance', 'reply')).toMatchObject({
      state: 'unanswered',
      settledAt: office.house.clock.now(),
    });
    expect(await office.owedBy('water', 'reply')).toMatchObject({ state: 'submitted', settledAt: null });
    expect(await facts()).toMatchObject({ replied: 1, outstanding: 159 });
    await expect(office.handIn('finance', 'reply')).rejects.toMatchObject({ code: 'step-not-offered' });
  });

  it('put a second time asks every unit again in a second round', async () => {
    await react(issueObligations);
    expect(await office.owedBy('water', 'reply')).toMatchObject({ round: 2, state: 'owed' });
    expect(await facts()).toMatchObject({ sent: 160, replied: 0, outstanding: 160 });
    const progress = await office.house.get(ObligationsQuery).progress(office.compilationId, 'reply');
    expect(progress.at(-1)).toMatchObject({ total: 160, owed: 160, submitted: 0 });
  });
});
