import { ActRunner } from '../src/engine/index.js';
import { advanceCompilation, VerifyLedgerQuery } from '../src/compilation/index.js';
import {
  disposeOpinion,
  OpinionsQuery,
  approveDispositions,
  splitOpinion,
} from '../src/consultation/index.js';
import { editClause } from '../src/drafts/index.js';
import { type ChainEntry, LedgerQuery } from '../src/ledger/index.js';
import { saveDraft, submitMaterial } from '../src/materials/index.js';
import { acceptObligations, waiveObligations } from '../src/obligations/index.js';
import { Refusal } from '../src/platform/index.js';
import { editLadder, LadderQuery } from '../src/reminders/index.js';
import { type ConsultationOffice, openConsultationOffice } from './support/consultation-office.js';
import { Crowd, type CrowdAnswers } from './support/crowd.js';
import { MaterialsOffice } from './support/materials-office.js';
import { fourPartInput } from './support/materials.js';
import { reviewer, secretary, type TestHouse } from './support/test-house.js';

/** The entries of a house's ledger after a number, oldest first. */
async function entriesAfter({ app, compilationId }: TestHouse, seq: number): Promise<ChainEntry[]> {
  const entries: ChainEntry[] = [];
  for await (const entry of await app.get(LedgerQuery).entries(compilationId)) entries.push(entry);
  return entries.filter((entry) => entry.seq > seq);
}

const headSeq = async ({ app, compilationId }: TestHouse): Promise<number> =>
  (await app.get(LedgerQuery).head(compilationId)).seq;

describe('500 acts of many people at the same moment', () => {
  let office: ConsultationOffice;
  let before: number;
  let answers: CrowdAnswers;
  beforeAll(async () => {
    office = await openConsultationOffice();
    const crowd = new Crowd(office);
    await crowd.gather();
    before = await headSeq(office);
    answers = await crowd.act();
  });
  afterAll(() => office.close());

  it('are all there that were acknowledged', async () => {
    const { received, replied, raised, disposed } = answers;
    expect([received.length, replied.length, raised.length, disposed]).toEqual([200, 100, 100, 100]);
    const { total } = (await office.get(OpinionsQuery).counts(office.compilationId)).states;
    expect(total).toBe(100 + 200 + 100);
    const kept = await office.database.read((reader) =>
      reader.query<{ id: string }[]>('SELECT id FROM opinion UNION ALL SELECT id FROM issue'),
    );
    const keptIds = new Set(kept.map(({ id }) => id));
    expect([...received, ...raised].filter(({ id }) => !keptIds.has(id))).toEqual([]);
    const { dispositions } = await office.get(OpinionsQuery).counts(office.compilationId);
    expect(dispositions).toMatchObject({ total: 400, 留作研究: 100 });
  });

  it('number the opinions on without a gap and without one twice', () => {
    const { received, replied } = answers;
    const numbers = [...received.map(({ number }) => number), ...replied.flatMap(({ numbers }) => numbers)];
    const counted = numbers.map((number) => Number(number.slice('2021-'.length))).sort((a, b) => a - b);
    expect(counted).toEqual(Array.from({ length: 300 }, (_, index) => 101 + index));
  });

  it('leave one ledger entry each, in one chain without a fork', async () => {
    const types = (await entriesAfter(office, before)).map(({ type }) => type);
    const count = (wanted: string) => types.filter((type) => type === wanted).length;
    expect(types).toHaveLength(500);
    expect([count('opinion.received'), count('reply.submitted')]).toEqual([200, 100]);
    expect([count('issue.raised'), count('opinion.disposed')]).toEqual([100, 100]);
  });

  it('leave a ledger that verifies and replays to the stored snapshots', async () => {
    const verdict = await office.get(VerifyLedgerQuery).execute(office.compilationId);
    expect(verdict).toMatchObject({ ok: true, firstBad: null, replay: { ok: true, differing: [] } });
    expect(verdict.entries).toBe(before + 500);
  });
});

/** Both press at once: one act is done and in the ledger, the other person is told what happened, in Chinese. */
async function expectOneWinner(house: TestHouse, press: () => Promise<unknown>): Promise<void> {
  const before = await headSeq(house);
  const both = await Promise.allSettled([press(), press()]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const { reason } = both.find((one) => one.status === 'rejected') as PromiseRejectedResult;
  expect(reason).toBeInstanceOf(Refusal);
  expect(reason).toMatchObject({ status: 409, userMessage: expect.stringMatching(/^\p{sc=Han}[^a-z]+。$/u) });
  expect(await entriesAfter(house, before)).toHaveLength(1);
}

describe('of two who press the same button at the same moment one wins, the other is told:', () => {
  let office: MaterialsOffice;
  beforeAll(async () => {
    office = await MaterialsOffice.open();
  });
  afterAll(() => office.close());

  it('saving the same draft', async () => {
    const { id } = await office.owedBy('finance');
    const actor = await office.actor('finance');
    const content = fourPartInput();
    let person = 0;
    await expectOneWinner(office.house, () => {
      const own = { ...content, problems: [{ title: `第${++person}人的写法`, cause: '' }] };
      return office.house.perform(saveDraft, { obligationId: id, revision: 0, content: own }, actor);
    });
  });

  it('handing the same material in', async () => {
    await office.save('health', fourPartInput());
    const { id } = await office.owedBy('health');
    const actor = await office.actor('health');
    await expectOneWinner(office.house, () =>
      office.house.perform(submitMaterial, { obligationId: id }, actor),
    );
  });

  it('accepting it', async () => {
    const ids = [(await office.owedBy('health')).id];
    await expectOneWinner(office.house, () => office.house.perform(acceptObligations, { ids }));
  });

  it('waiving what was not handed in', async () => {
    const ids = [(await office.owedBy('justice')).id];
    const waiver = { ids, reason: '机构改革，职责已划转。', approver: '市质量办主任（岗位）' };
    await expectOneWinner(office.house, () => office.house.perform(waiveObligations, waiver));
  });

  it('editing the ladder', async () => {
    const { rungs, revision } = await office.house.get(LadderQuery).execute(office.compilationId);
    const shorter = { revision, rungs: rungs.slice(0, 3) };
    await expectOneWinner(office.house, () => office.house.perform(editLadder, shorter));
  });

  it('taking a step of the compilation', async () => {
    await expectOneWinner(office.house, () =>
      office.house.perform(advanceCompilation, { event: 'suspendCompilation', reason: '等待国家纲要发布' }),
    );
  });
});

describe('in the register of opinions, too, one wins and the other is told:', () => {
  let office: ConsultationOffice;
  let opinionId: string;
  beforeAll(async () => {
    office = await openConsultationOffice();
    opinionId = (await office.receive('建议明确时间表。')).id;
    await office.assign(opinionId);
  });
  afterAll(() => office.close());

  it('disposing of the same opinion', () =>
    expectOneWinner(office, () => {
      const decision = { opinionId, revision: 2, disposition: '不采纳' as const, reason: '超出范围。' };
      return office.perform(disposeOpinion, decision);
    }));

  it('reviewing its disposition', () =>
    expectOneWinner(office, () =>
      office.perform(approveDispositions, { opinionIds: [opinionId] }, reviewer),
    ));

  it('splitting the same letter', async () => {
    const letter = await office.receive('一、甲。二、乙。');
    const split = { opinionId: letter.id, revision: 1, parts: [{ content: '甲。' }, { content: '乙。' }] };
    await expectOneWinner(office, () => office.perform(splitOpinion, split));
  });

  it('rewording the same clause', async () => {
    await office.closeConsultation();
    const [clause] = (await office.workingClauses()).filter(({ level }) => level === 2);
    const { clauseId, revision } = clause;
    await expectOneWinner(office, () => {
      const wording = { clauseId, revision, title: '指导思想', text: '推动高质量发展，建设质量强市。' };
      return office
        .get(ActRunner)
        .perform(editClause, { compilationId: office.compilationId, actor: secretary }, wording);
    });
  });
});
