import { Worker } from '../worker/index.js';
import { enterExpert } from '../directory/index.js';
import { type Mail } from '../outbox/index.js';
import { ReviewOffice } from '../../test/support/review-office.js';
import { inviteMore, rescheduleMeeting, withdrawAttendance, withdrawInvitation } from './index.js';

let office: ReviewOffice;
beforeAll(async () => {
  office = await ReviewOffice.open();
});
afterAll(() => office.close());
beforeEach(() => office.beforeExperts());

const reason = { reason: '误选，应邀请同单位另一名专家' };
const withdraw = (inviteeId: string, input = reason) =>
  office.house.perform(withdrawInvitation, { inviteeId, ...input });
const add = (meetingId: string, partyIds: string[]) =>
  office.house.perform(inviteMore, { meetingId, partyIds });
const minute = 60_000;
const pass = async (minutes: number) => {
  office.house.clock.moveTo(office.house.clock.now() + minutes * minute);
  await office.house.get(Worker).runDue();
};
const entryOf = ({ event }: Mail) => {
  const content = (event?.content ?? '').replace(/\r\n /g, '');
  return { method: event?.method, sequence: Number(/SEQUENCE:(\d+)/.exec(content)?.[1]) };
};

describe('one invitation to a convened meeting', () => {
  it('is withdrawn with a reason: that person is told, and the meeting leaves their calendar', async () => {
    const { id, invitees } = await office.convene();
    await pass(1);
    const [first, second] = invitees;
    await expect(withdraw(first.id, {} as never)).rejects.toMatchObject({ code: 'invalid-input' });
    await withdraw(first.id);
    await pass(20);
    const told = await office.mails('invitation-withdrawn', first.id);
    expect(told).toMatchObject([{ state: 'sent', view: { meeting: reason } }]);
    const [invited] = await office.mails('invitation', first.id);
    expect(entryOf(told[0]).method).toBe('CANCEL');
    expect(entryOf(told[0]).sequence).toBeGreaterThan(entryOf(invited).sequence);
    expect((await office.meeting(id)).invitees.map((invitee) => invitee.id)).not.toContain(first.id);
    expect(await office.mails('invitation', second.id)).toHaveLength(1);
  });

  it('that has not left yet never leaves, and those of the others still do', async () => {
    const { invitees } = await office.convene();
    const [first, second] = invitees;
    await withdraw(first.id);
    await pass(20);
    expect(await office.mails('invitation', first.id)).toMatchObject([{ state: 'lapsed' }]);
    const others = await office.mails('invitation', second.id);
    expect(others.filter(({ state }) => state === 'sent')).toHaveLength(1);
  });

  it('stands once something rests on it', async () => {
    const { invitees } = await office.convene();
    const [first, second] = invitees;
    await office.declare(first.id);
    await office.write(first.id);
    await expect(withdraw(first.id)).rejects.toMatchObject({
      code: 'record-in-use',
      userMessage: expect.stringContaining('已填写书面论证意见') as string,
    });
    await office.file({ kind: 'expert', inviteeId: second.id, clauseId: null, content: '目标应当量化' });
    await expect(withdraw(second.id)).rejects.toMatchObject({ code: 'record-in-use' });
  });

  it('stands while fewer would be invited than convening asks for, until somebody else is', async () => {
    const { id, invitees } = await office.convene(3);
    await expect(withdraw(invitees[0].id)).rejects.toMatchObject({ code: 'too-few-invited' });
    await add(id, (await office.expertIds(4)).slice(3));
    await withdraw(invitees[0].id);
    expect((await office.meeting(id)).invitees).toHaveLength(3);
  });
});

describe('somebody who is added to a convened meeting', () => {
  it('is invited, once and alone; nobody is invited twice', async () => {
    const { id, invitees } = await office.convene(3);
    await pass(1);
    const third = (await office.expertIds(4))[3];
    expect(await add(id, [third])).toEqual({ invited: 1, mailed: 1 });
    await expect(add(id, [third])).rejects.toMatchObject({ code: 'already-invited' });
    await pass(20);
    const added = (await office.meeting(id)).invitees.find(({ partyId }) => partyId === third)!;
    expect(await office.mails('invitation', added.id)).toMatchObject([{ state: 'sent' }]);
    expect(await office.mails('invitation', invitees[0].id)).toHaveLength(1);
  });

  it('after it has begun is only entered, so that the attendance can say who came', async () => {
    const { id, invitees } = await office.convene(3);
    await office.house.moveTo('2021-10-20T12:00:00+08:00');
    expect(await add(id, (await office.expertIds(4)).slice(3))).toEqual({ invited: 1, mailed: 0 });
    const all = (await office.meeting(id)).invitees;
    await office.attend(id, all);
    await expect(withdraw(invitees[0].id)).rejects.toMatchObject({ code: 'meeting-already-held' });
    await expect(add(id, (await office.expertIds(4)).slice(3))).rejects.toMatchObject({
      code: 'meeting-already-held',
    });
  });
});

describe('a round in which nobody can take part', () => {
  it('is held again on another day, with experts added', async () => {
    const { id, invitees } = await office.hold(3);
    for (const invitee of invitees)
      await office.declare(invitee.id, { conflict: 'direct', note: '系起草单位顾问' });
    await expect(office.conclude(id, '通过')).rejects.toMatchObject({
      code: 'nobody-took-part',
      userMessage: expect.stringContaining('撤销到会登记，增加邀请并改期再开') as string,
    });
    await office.house.perform(withdrawAttendance, { meetingId: id, reason: '无人可以形成结论' });
    const again = { date: '2021-10-25', from: '09:30', to: '11:30', place: '一号会议室' };
    await office.house.perform(rescheduleMeeting, { meetingId: id, ...again });
    const expert = { name: '专家戊', institution: '示例院', field: '计量', address: 'e@example.org' };
    const entered = await office.house.perform(enterExpert, expert);
    const others = [
      ['专家己', '示例二院'],
      ['专家庚', '示例三院'],
    ];
    const more = [(await office.expertIds(4))[3], entered.id];
    for (const [name, institution] of others)
      more.push((await office.house.perform(enterExpert, { ...expert, name, institution })).id);
    await add(id, more);
    await office.house.moveTo('2021-10-25T12:00:00+08:00');
    const all = (await office.meeting(id)).invitees;
    await office.attend(id, all);
    await office.opine(all.slice(3), '通过');
    await office.conclude(id, '通过');
    expect((await office.advance('passExpertReview')).state).toBe('consulting.expertReview.revising');
  });
});
