import { ActRunner } from '../engine/index.js';
import { Worker } from '../worker/index.js';
import { type ObligationsOffice, openOffice } from '../../test/support/obligations-office.js';
import { secretary } from '../../test/support/test-house.js';
import { advanceCompilation, findDeadlines, rescheduleDeadlines } from '../compilation/index.js';
import { Unit } from '../directory/index.js';
import { Mail } from '../outbox/index.js';
import { waiveObligations, withdrawObligation } from './index.js';

let office: ObligationsOffice;
/** Two units that owe material and have been sent the notice. */
let finance: string;
let taxation: string;
beforeEach(async () => {
  office = await openOffice(undefined, { units: 12 });
  const members = await office.house.database.read((reader) =>
    reader.find(Unit, { where: { category: 'member' }, order: { id: 'ASC' }, take: 2 }),
  );
  [finance, taxation] = members.map(({ key }) => key);
  await pass(1);
});
afterEach(() => office.house.close());

const minuteMs = 60_000;
const pass = async (minutes: number) => {
  office.house.clock.moveTo(office.house.clock.now() + minutes * minuteMs);
  await office.house.get(Worker).runDue();
};
const moveTo = (date: string) =>
  office.house.perform(rescheduleDeadlines, {
    reason: '市里统一调整',
    deadlines: { materialsDue: { kind: 'onOrBefore', date } },
  });
const waive = async (unitKey: string) =>
  office.house.perform(waiveObligations, {
    ids: [(await office.owedBy(unitKey)).id],
    reason: '职责已划转。',
    approver: '市质量办主任',
  });
const mailsTo = async (unitKey: string, template: string) =>
  office.mailsAbout((await office.owedBy(unitKey)).id, template);
/** Templates of what left, in the order in which it left. */
const sent = async () => {
  const mails = await office.house.database.read((reader) =>
    reader.find(Mail, { where: { state: 'sent' }, order: { sentAt: 'ASC', id: 'ASC' } }),
  );
  return mails.map(({ template }) => template);
};
const entryOf = ({ event }: Mail) => {
  const content = (event?.content ?? '').replace(/\r\n /g, '');
  return { method: event?.method, sequence: Number(/SEQUENCE:(\d+)/.exec(content)?.[1]), content };
};

describe('a unit is told what became of what it owes', () => {
  it('when it is waived, with the deadline taken out of its calendar', async () => {
    await waive(finance);
    await pass(1);
    const [mail] = await mailsTo(finance, 'waived');
    expect(mail).toMatchObject({
      state: 'sent',
      view: { waiver: { reason: '职责已划转。', approvedBy: '市质量办主任' } },
    });
    const entry = entryOf(mail);
    expect(entry).toMatchObject({ method: 'CANCEL', sequence: 1 });
    expect(entry.content).toContain('STATUS:CANCELLED');
    expect(entry.content).toContain(`UID:obligation-${mail.about}@bianzhi`);
  });

  it('when the compilation is suspended, resumed with its new date, and terminated', async () => {
    await office.advance('suspendCompilation', '等待国家纲要');
    await moveTo('2021-08-10');
    await pass(20);
    expect(await mailsTo(finance, 'deadline-moved')).toMatchObject([{ state: 'queued' }]);
    expect(entryOf((await mailsTo(finance, 'suspended'))[0])).toMatchObject({ method: 'CANCEL' });
    const kept = await office.house.database.read((reader) => findDeadlines(reader, office.compilationId));
    await office.house.perform(rescheduleDeadlines, {
      reason: '恢复编制，期限不变',
      deadlines: Object.fromEntries(kept.map(({ key, rule }) => [key, rule])),
    });
    await office.advance('resumeCompilation');
    await pass(120);
    const [resumed] = await mailsTo(finance, 'resumed');
    expect(resumed).toMatchObject({
      state: 'sent',
      view: { deadline: { effectiveText: '8月10日（星期二）24:00' } },
    });
    expect(await mailsTo(finance, 'deadline-moved')).toMatchObject([{ state: 'lapsed' }]);
    await office.advance('terminateCompilation', '市里另有部署');
    await pass(1);
    const [terminated] = await mailsTo(finance, 'terminated');
    expect(terminated.view).toMatchObject({ course: { reason: '市里另有部署' } });
    const sequences = ['suspended', 'resumed', 'terminated'].map(async (template) =>
      entryOf((await mailsTo(finance, template))[0]),
    );
    const [first, second, third] = (await Promise.all(sequences)).map(({ sequence }) => sequence);
    expect(first < second && second < third).toBe(true);
  });

  it('when it takes back what it handed in: the receipt no longer counts', async () => {
    await office.handIn(finance);
    const { id } = await office.owedBy(finance);
    await office.house.perform(withdrawObligation, { obligationId: id }, await office.unitActor(finance));
    await pass(1);
    const [mail] = await mailsTo(finance, 'withdrawn');
    expect(mail).toMatchObject({ state: 'sent', event: { method: 'REQUEST' } });
  });
});

describe('a deadline that moves', () => {
  it('and moves again within a short while is one mail, from the date the unit knew to the last one', async () => {
    await moveTo('2021-08-02');
    await pass(2);
    await moveTo('2021-08-05');
    await pass(30);
    expect((await mailsTo(finance, 'deadline-moved')).map(({ state }) => state)).toEqual(['lapsed', 'sent']);
    expect((await mailsTo(finance, 'deadline-moved'))[1].view).toMatchObject({
      moved: { previousEffectiveText: '7月26日（星期一）24:00' },
      deadline: { effectiveText: '8月5日（星期四）24:00' },
    });
  });

  it('and moves back before anybody was told is no mail at all', async () => {
    await moveTo('2021-08-02');
    await pass(2);
    await moveTo('2021-07-25');
    await pass(30);
    expect((await mailsTo(finance, 'deadline-moved')).map(({ state }) => state)).toEqual([
      'lapsed',
      'lapsed',
    ]);
  });

  it('and moves back after everybody was told is a second mail', async () => {
    await moveTo('2021-08-02');
    await pass(30);
    await moveTo('2021-07-25');
    await pass(30);
    expect((await mailsTo(finance, 'deadline-moved')).map(({ state }) => state)).toEqual(['sent', 'sent']);
  });

  it('is not told to a unit whose obligation was settled meanwhile', async () => {
    await moveTo('2021-08-02');
    await waive(finance);
    await pass(30);
    expect(await mailsTo(finance, 'deadline-moved')).toMatchObject([{ state: 'lapsed' }]);
    expect(await mailsTo(finance, 'waived')).toMatchObject([{ state: 'sent' }]);
  });
});

describe('resuming', () => {
  it('says beforehand which of the mails that were held will leave', async () => {
    const { house, compilationId } = office;
    await moveTo('2021-08-02');
    await office.handIn(finance);
    await office.advance('suspendCompilation', '等待国家纲要');
    await pass(60);
    const kept = await house.database.read((reader) => findDeadlines(reader, compilationId));
    await house.perform(rescheduleDeadlines, {
      reason: '恢复编制，期限不变',
      deadlines: Object.fromEntries(kept.map(({ key, rule }) => [key, rule])),
    });
    const who = { compilationId, actor: secretary };
    const { effects } = await house
      .get(ActRunner)
      .preview(advanceCompilation, who, { event: 'resumeCompilation' });
    const foreseen = effects.flatMap(({ mails }) => mails.map(({ template }) => template)).sort();
    const sentBefore = await sent();
    await office.advance('resumeCompilation');
    await pass(30);
    expect(foreseen.filter((template) => template !== 'resumed')).toEqual(['receipt']);
    expect(foreseen).toEqual((await sent()).slice(sentBefore.length).sort());
  });
});

describe('after a termination', () => {
  it('nothing queued that asks for something is sent, but a receipt is', async () => {
    await moveTo('2021-08-02');
    await office.handIn(finance);
    await office.advance('terminateCompilation', '市里另有部署');
    await pass(60);
    expect(await mailsTo(taxation, 'deadline-moved')).toMatchObject([{ state: 'lapsed' }]);
    expect(await mailsTo(finance, 'receipt')).toMatchObject([{ state: 'sent' }]);
    expect(await mailsTo(taxation, 'terminated')).toMatchObject([{ state: 'sent' }]);
  });
});
