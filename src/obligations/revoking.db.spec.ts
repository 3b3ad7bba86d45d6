import { Worker } from '../worker/index.js';
import { type ObligationsOffice, openOffice } from '../../test/support/obligations-office.js';
import { rescheduleDeadlines, VerifyLedgerQuery } from '../compilation/index.js';
import { Chart, definitionOf, type Sent, WorkflowInstance } from '../engine/index.js';
import { LedgerEntry } from '../ledger/index.js';
import { type Mail } from '../outbox/index.js';
import { obligationWorkflow1 } from '../../workflows/index.js';
import {
  acceptObligations,
  beginObligation,
  DeadlineChange,
  ObligationsQuery,
  ObligationStoryQuery,
  returnObligation,
  revokeWaiver,
  revokeAcceptance,
  waiveObligations,
} from './index.js';

let office: ObligationsOffice;
/** Units of the small roster that owe material. */
let units: string[];
beforeAll(async () => {
  office = await openOffice(undefined, { units: 12 });
  const rows = await office.house.get(ObligationsQuery).list(office.compilationId);
  units = rows.map(({ unitKey }) => unitKey);
});
afterAll(() => office.house.close());

const reason = '误勾选了该单位。';
const idsOf = (keys: string[]) => Promise.all(keys.map(async (key) => (await office.owedBy(key)).id));
const waive = async (...keys: string[]) =>
  office.house.perform(waiveObligations, {
    ids: await idsOf(keys),
    reason: '职责已划转。',
    approver: '市质量办主任',
  });
const accept = async (...keys: string[]) =>
  office.house.perform(acceptObligations, { ids: await idsOf(keys) });
const wantBack = async (keys: string[], input: Partial<Sent<typeof revokeWaiver>> = { reason }) =>
  office.house.perform(revokeWaiver, { ids: await idsOf(keys), ...input });
const reopen = async (keys: string[], input: Partial<Sent<typeof revokeWaiver>> = { reason }) =>
  office.house.perform(revokeAcceptance, { ids: await idsOf(keys), ...input });
const pass = async (iso: string) => {
  office.house.clock.moveTo(Date.parse(iso));
  await office.house.get(Worker).runDue();
};
const entryOf = ({ event }: Mail) => {
  const content = (event?.content ?? '').replace(/\r\n /g, '');
  return { method: event?.method, sequence: Number(/SEQUENCE:(\d+)/.exec(content)?.[1]), content };
};
const lastEntry = () =>
  office.house.database.read((reader) => reader.find(LedgerEntry, { order: { seq: 'DESC' }, take: 1 }));

describe('a waiver given by mistake', () => {
  it('is revoked with a reason: the unit owes again, from where it stood', async () => {
    const [first, second] = units;
    await office.house.perform(beginObligation, { obligationId: (await office.owedBy(second)).id });
    await waive(first, second);
    await expect(wantBack([first, second], { reason: ' ' })).rejects.toMatchObject({
      code: 'gate-not-met',
      userMessage: expect.stringContaining('没有写明撤销的理由') as string,
    });
    await wantBack([first, second]);
    expect(await office.owedBy(first)).toMatchObject({ state: 'owed', waiverReason: null, settledAt: null });
    expect(await office.owedBy(second)).toMatchObject({ state: 'drafting', waiverApprover: null });
    const [entry] = await lastEntry();
    expect(entry.type).toBe('obligation.waiverRevoked');
    expect(JSON.parse(entry.payload)).toMatchObject({ reason, obligations: 2 });
    const { acts } = await office.house
      .get(ObligationStoryQuery)
      .story(office.compilationId, (await office.owedBy(first)).id);
    expect(acts.map(({ title }) => title).slice(-2)).toEqual(['豁免', '撤销豁免']);
    await office.handIn(first);
    expect(await office.owedBy(first)).toMatchObject({ state: 'submitted' });
    expect(await office.house.get(VerifyLedgerQuery).execute(office.compilationId)).toMatchObject({
      ok: true,
      rows: { findings: [] },
    });
  });

  it('tells the unit that it owes again, and puts the deadline back into its calendar', async () => {
    const unit = units[2];
    await waive(unit);
    await pass('2021-06-25T09:05:00+08:00');
    await wantBack([unit]);
    await pass('2021-06-25T09:10:00+08:00');
    const { id } = await office.owedBy(unit);
    const [waived] = await office.mailsAbout(id, 'waived');
    const [revoked] = await office.mailsAbout(id, 'waiver-revoked');
    expect(revoked).toMatchObject({
      state: 'sent',
      view: { revocation: { reason }, deadline: { effectiveText: '7月26日（星期一）24:00' } },
    });
    expect(entryOf(revoked).method).toBe('REQUEST');
    expect(entryOf(revoked).sequence).toBeGreaterThan(entryOf(waived).sequence);
    expect(entryOf(revoked).content).toContain(`UID:obligation-${id}@bianzhi`);
  });

  it('does not say that it owes when it was waived again before the mail left', async () => {
    const unit = units[3];
    await waive(unit);
    await wantBack([unit]);
    await waive(unit);
    await pass('2021-06-25T09:10:00+08:00');
    const { id } = await office.owedBy(unit);
    expect(await office.mailsAbout(id, 'waiver-revoked')).toMatchObject([{ state: 'lapsed' }]);
  });

  it('by the first version of the chart stays, and the refusal says so in words', async () => {
    const unit = units[4];
    const { id } = await office.owedBy(unit);
    const begun = Chart.begin(obligationWorkflow1, {});
    await office.house.database.write((tx) =>
      tx.update(
        WorkflowInstance,
        { id },
        { definition: obligationWorkflow1.id, state: begun.state, snapshot: begun.snapshot },
      ),
    );
    await waive(unit);
    await expect(wantBack([unit])).rejects.toMatchObject({
      code: 'settled-for-good',
      userMessage: expect.stringContaining('按较早的流程版本下达，该版本不设“撤销豁免”') as string,
    });
    const instance = await office.house.database.read((tx) => tx.findOneByOrFail(WorkflowInstance, { id }));
    expect(Chart.restore(definitionOf(instance.definition), instance.snapshot).offered()).toEqual([]);
  });
});

describe('an acceptance given by mistake', () => {
  it('is revoked with a reason, and what was handed in may then be sent back', async () => {
    const unit = units[5];
    await office.handIn(unit);
    await accept(unit);
    await expect(reopen([unit], {})).rejects.toMatchObject({ code: 'gate-not-met' });
    await reopen([unit]);
    expect(await office.owedBy(unit)).toMatchObject({ state: 'submitted', settledAt: null });
    await expect(reopen([unit])).rejects.toMatchObject({ code: 'not-all-offered' });
    const { id } = await office.owedBy(unit);
    await office.house.perform(returnObligation, { obligationId: id, comments: ['请补充。'] });
    expect(await office.owedBy(unit)).toMatchObject({ state: 'returned' });
  });
});

describe('a waiver revoked later', () => {
  it('gives the date that the others have by now, and never less than a week of work', async () => {
    const [first, second] = units.slice(6);
    await waive(first, second);
    await office.house.perform(rescheduleDeadlines, {
      reason: '市里统一调整',
      deadlines: { materialsDue: { kind: 'onOrBefore', date: '2021-08-03' } },
    });
    await wantBack([first]);
    expect(await office.owedBy(first)).toMatchObject({ nominal: '2021-08-03', datedIndividually: false });
    await pass('2021-08-02T09:00:00+08:00');
    await wantBack([second]);
    expect(await office.owedBy(second)).toMatchObject({ nominal: '2021-08-09', datedIndividually: true });
    const { id } = await office.owedBy(second);
    const changes = await office.house.database.read((tx) => tx.findBy(DeadlineChange, { obligationId: id }));
    expect(changes).toMatchObject([{ cause: 'waiverRevoked', reason, deadlineRevision: 2 }]);
    await waive(second);
    await expect(wantBack([second], { reason, until: '2021-08-01' })).rejects.toMatchObject({
      code: 'deadline-already-past',
    });
  });
});

describe('once a step rests on it', () => {
  it('neither is revoked, and the refusal names the step', async () => {
    const accepted = units[8];
    await office.handIn(accepted);
    await accept(accepted);
    const rows = await office.house.get(ObligationsQuery).list(office.compilationId);
    const standingIn = (...states: string[]) =>
      rows.filter(({ state }) => states.includes(state)).map(({ unitKey }) => unitKey);
    await accept(...standingIn('submitted'));
    await waive(...standingIn('owed', 'drafting', 'returned'));
    await office.advance('closeMaterials');
    const resting = {
      code: 'record-in-use',
      userMessage: expect.stringContaining('已为“结束材料收集”所依据') as string,
    };
    await expect(wantBack([units[6]])).rejects.toMatchObject(resting);
    await expect(reopen([accepted])).rejects.toMatchObject(resting);
    expect(await office.owedBy(accepted)).toMatchObject({ state: 'accepted' });
  });

  it('nor while nothing is asked of anyone', async () => {
    const { clock } = office.house;
    await office.advance('suspendCompilation', '等待国家纲要');
    await expect(wantBack([units[6]])).rejects.toMatchObject({ code: 'compilation-not-underway' });
    clock.moveTo(clock.now() + 1000);
    await office.advance('terminateCompilation', '市里另有部署');
    await expect(reopen([units[8]])).rejects.toMatchObject({ code: 'compilation-ended' });
  });
});
