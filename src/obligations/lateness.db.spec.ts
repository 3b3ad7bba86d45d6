import { type ObligationsOffice, openOffice } from '../../test/support/obligations-office.js';
import { rescheduleDeadlines } from '../compilation/index.js';
import { DeadlineChange, extendObligation, ObligationsQuery, waiveObligations } from './index.js';

let office: ObligationsOffice;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.house.close());

const at = (iso: string) => office.house.clock.moveTo(Date.parse(iso));
const late = async () => {
  const rows = await office.house.get(ObligationsQuery).late(office.compilationId);
  return rows.map((row) => row.unitKey);
};
const extend = async (key: string, until: string, rest: object = {}) =>
  office.house.perform(extendObligation, {
    obligationId: (await office.owedBy(key)).id,
    until,
    reason: '所属企业数据尚在汇总。',
    approver: '市质量办主任',
    ...rest,
  });
const calendarOf = (content: string | undefined) => (content ?? '').replace(/\r\n /g, '');

describe('an extension', () => {
  it('needs a reason and an approver', async () => {
    await expect(extend('water', '2021-07-30', { reason: ' ' })).rejects.toMatchObject({
      code: 'invalid-input',
    });
    await expect(extend('water', '2021-07-30', { approver: '' })).rejects.toMatchObject({
      code: 'invalid-input',
    });
    expect(await office.owedBy('water')).toMatchObject({ deadlineRevision: 1, extendedAt: null });
  });

  it('gives one unit a new revision of its deadline, rolled on from a weekend, and leaves the others', async () => {
    await extend('water', '2021-07-31');
    expect(await office.owedBy('water')).toMatchObject({
      nominal: '2021-07-31',
      effectiveAt: Date.parse('2021-08-02T15:59:59.999Z'),
      deadlineRevision: 2,
      extensionReason: '所属企业数据尚在汇总。',
      extensionApprover: '市质量办主任',
    });
    expect(await office.owedBy('finance')).toMatchObject({ nominal: '2021-07-25', deadlineRevision: 1 });
  });

  it('is mailed with a calendar entry that moves the earlier one', async () => {
    const { id } = await office.owedBy('water');
    const [mail] = await office.mailsAbout(id, 'extension');
    expect(mail.view).toMatchObject({
      deadline: { nominalText: '7月31日（星期六）', effectiveText: '8月2日（星期一）24:00', rolled: true },
      extension: { previousEffectiveText: '7月26日（星期一）24:00', approvedBy: '市质量办主任' },
    });
    const entry = calendarOf(mail.event?.content);
    expect(mail.event?.method).toBe('REQUEST');
    expect(entry).toContain(`UID:obligation-${id}@bianzhi`);
    expect(entry).toContain('SEQUENCE:1\r\n');
    expect(entry).toContain('DTSTART;VALUE=DATE:20210802');
  });

  it('to a day that is no later is refused, so pressing twice grants once', async () => {
    await expect(extend('finance', '2021-07-26')).rejects.toMatchObject({ code: 'not-an-extension' });
    const both = await Promise.allSettled([extend('finance', '2021-08-05'), extend('finance', '2021-08-05')]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await office.owedBy('finance')).toMatchObject({ deadlineRevision: 2 });
  });

  it('of a settled obligation is refused', async () => {
    const { id } = await office.owedBy('taxation');
    const waived = { ids: [id], reason: '职责已划转。', approver: '市质量办主任' };
    await office.house.perform(waiveObligations, waived);
    await expect(extend('taxation', '2021-08-20')).rejects.toMatchObject({
      code: 'already-settled',
      status: 409,
    });
  });
});

describe('lateness', () => {
  it('begins only after the effective instant: Monday 26 July, 24:00', async () => {
    at('2021-07-26T00:00:00+08:00');
    expect(await late()).toEqual([]);
    at('2021-07-26T23:59:59.999+08:00');
    expect(await late()).toEqual([]);
    await office.handIn('justice');
    expect(await office.owedBy('justice')).toMatchObject({ handedInLate: false });
    at('2021-07-27T00:00:00+08:00');
    const names = await late();
    expect(names).toHaveLength(156);
    expect(names).toContain('commerce');
    expect(names).not.toContain('justice');
  });

  it('does not touch a unit that was given more time, even when it hands in after the common date', async () => {
    expect(await late()).not.toContain('water');
    await office.handIn('water');
    expect(await office.owedBy('water')).toMatchObject({ state: 'submitted', handedInLate: false });
  });

  it('is marked on what is handed in afterwards, and said in the receipt', async () => {
    at('2021-07-28T10:00:00+08:00');
    await office.handIn('commerce');
    const owed = await office.owedBy('commerce');
    expect(owed).toMatchObject({ state: 'submitted', handedInLate: true });
    const [receipt] = await office.mailsAbout(owed.id, 'receipt');
    expect(receipt.view).toMatchObject({ submission: { lateText: '逾期2个工作日报送' } });
    expect(await late()).not.toContain('commerce');
  });

  it('is lifted from a late hand-in by an extension granted afterwards', async () => {
    await extend('commerce', '2021-07-28');
    expect(await office.owedBy('commerce')).toMatchObject({ state: 'submitted', handedInLate: false });
    await office.handIn('health');
    await extend('health', '2021-07-27');
    expect(await office.owedBy('health')).toMatchObject({ handedInLate: true });
  });

  it('is not postponed to a day that is past for what is still owed', async () => {
    await expect(extend('education', '2021-07-27')).rejects.toMatchObject({ code: 'deadline-already-past' });
  });

  it('counts by category and lists the longest late first', async () => {
    at('2021-08-06T10:00:00+08:00');
    const rows = await office.house.get(ObligationsQuery).late(office.compilationId);
    expect(rows[0]).toMatchObject({ workingDaysLeft: -9, late: true });
    expect(rows.at(-1)).toMatchObject({ unitKey: 'finance', workingDaysLeft: -1 });
    const progress = await office.house.get(ObligationsQuery).progress(office.compilationId);
    expect(progress.at(-1)).toMatchObject({
      late: 155,
      handedInLate: 1,
      extended: 4,
      submitted: 4,
      waived: 1,
    });
  });
});

describe('a deadline of the timeline that moves', () => {
  const reschedule = (date: string) =>
    office.house.perform(rescheduleDeadlines, {
      reason: '疫情防控，整体顺延。',
      deadlines: {
        materialsDue: { kind: 'onOrBefore', date },
        firstDraftDue: { kind: 'onOrBefore', date: '2021-08-27' },
      },
    });

  it('takes what hangs on it along and tells those who still owe something', async () => {
    await extend('education', '2021-08-31');
    await reschedule('2021-08-13');
    const moved = await office.owedBy('science-technology');
    expect(moved).toMatchObject({ nominal: '2021-08-13', deadlineRevision: 2, extendedAt: null });
    const [mail] = await office.mailsAbout(moved.id, 'deadline-moved');
    expect(mail.view).toMatchObject({ moved: { previousEffectiveText: '7月26日（星期一）24:00' } });
    expect(calendarOf(mail.event?.content)).toContain('DTSTART;VALUE=DATE:20210813');
    expect(await late()).toEqual([]);
  });

  it('does not shorten an extension, nor wake what is settled, nor write to who has handed in', async () => {
    expect(await office.owedBy('education')).toMatchObject({ nominal: '2021-08-31', deadlineRevision: 2 });
    expect(await office.owedBy('taxation')).toMatchObject({ nominal: '2021-07-25', deadlineRevision: 1 });
    const handedIn = await office.owedBy('justice');
    expect(handedIn).toMatchObject({ nominal: '2021-08-13' });
    expect(await office.mailsAbout(handedIn.id, 'deadline-moved')).toEqual([]);
  });

  it('makes nobody late afterwards who handed in on time', async () => {
    await expect(reschedule('2021-07-20')).rejects.toMatchObject({ code: 'deadline-in-past' });
    await reschedule('2021-08-20');
    expect(await office.owedBy('justice')).toMatchObject({ nominal: '2021-08-20', handedInLate: false });
  });

  it('keeps each revision with what it was before', async () => {
    const { id } = await office.owedBy('finance');
    const changes = await office.house.database.read((reader) =>
      reader.find(DeadlineChange, { where: { obligationId: id }, order: { deadlineRevision: 'ASC' } }),
    );
    expect(changes.map(({ cause, nominal, previousNominal }) => [cause, previousNominal, nominal])).toEqual([
      ['extension', '2021-07-25', '2021-08-05'],
      ['timeline', '2021-08-05', '2021-08-13'],
      ['timeline', '2021-08-13', '2021-08-20'],
    ]);
  });
});

describe('a suspended compilation', () => {
  it('makes nobody late', async () => {
    at('2021-08-20T12:00:00+08:00');
    await office.advance('suspendCompilation', '疫情防控');
    at('2021-09-10T12:00:00+08:00');
    expect(await late()).toEqual([]);
  });

  it('nor one that was terminated', async () => {
    await office.advance('terminateCompilation', '上级另有部署');
    at('2021-12-01T12:00:00+08:00');
    expect(await late()).toEqual([]);
  });
});
