import { readHeaders } from '../../test/support/eml.js';
import { openRemindersOffice, type RemindersOffice } from '../../test/support/reminders-office.js';
import { findDeadlines, rescheduleDeadlines } from '../compilation/index.js';
import { Contact } from '../directory/index.js';
import {
  beginObligation,
  extendObligation,
  returnObligation,
  SubmissionKinds,
} from '../obligations/index.js';
import { Mail, OutboxRow } from '../outbox/index.js';
import { systemActor } from '../platform/index.js';
import { Worker } from '../worker/index.js';
import { SweepRemindersUseCase } from './index.js';

const robot = systemActor('reminders');

describe('reminders', () => {
  let office: RemindersOffice;
  afterEach(() => office.house.close());
  const open = async (startsAt?: string, ...owing: string[]) => {
    office = await openRemindersOffice(startsAt, ...owing);
  };
  const sweep = () => office.house.get(SweepRemindersUseCase).execute(office.compilationId, robot);

  it('follow the ladder, counted in working days from the effective day, and from +3 tell the leader too', async () => {
    await open();
    await office.moveTo('2021-08-12T18:00:00+08:00');
    expect(await office.remindersTo('commerce')).toEqual([
      '6月25日 09:00 notice liaison',
      '7月12日 09:00 reminder liaison',
      '7月19日 09:00 reminder liaison',
      '7月21日 09:00 reminder liaison',
      '7月23日 09:00 reminder liaison',
      '7月26日 09:00 reminder liaison',
      '7月27日 09:00 overdue liaison',
      '7月29日 09:00 overdue liaison',
      '7月29日 09:00 overdue leader',
      '8月5日 09:00 overdue liaison',
      '8月5日 09:00 overdue leader',
      '8月12日 09:00 overdue liaison',
      '8月12日 09:00 overdue leader',
    ]);
    const weekly = (await office.register('commerce')).filter((line) => line.rung === 'weekly');
    expect(weekly.map((line) => line.occurrence)).toEqual([1, 1, 2, 2]);
    const mails = await office.house.database.read((reader) => reader.findBy(Mail, { template: 'overdue' }));
    const contacts = await office.house.database.read((reader) => reader.find(Contact));
    for (const mail of mails) {
      const role = contacts.find((contact) => contact.id === mail.recipientId)?.role;
      expect(mail.view.toLeader).toBe(role === 'leader');
    }
  });

  it('stop when the unit hands in', async () => {
    await open(undefined, 'commerce', 'health');
    await office.moveTo('2021-07-13T10:00:00+08:00');
    await office.handIn('commerce');
    await office.moveTo('2021-07-30T18:00:00+08:00');
    expect((await office.remindersTo('commerce')).filter((line) => !line.includes('receipt'))).toHaveLength(
      2,
    );
    expect(await office.remindersTo('health')).toHaveLength(9);
  });

  it('that were queued before the unit handed in are not sent', async () => {
    await open();
    await office.moveTo('2021-07-11T10:00:00+08:00');
    office.standStillUntil('2021-07-12T09:00:00+08:00');
    expect(await sweep()).toEqual({ queued: 1, skipped: 0 });
    await office.handIn('commerce');
    await office.runDue();
    expect((await office.remindersTo('commerce')).join()).not.toContain('reminder');
    expect((await office.register('commerce')).at(-1)).toMatchObject({
      rung: 'before-10',
      outcome: 'lapsed',
    });
  });

  it('count anew after an extension, without a second notice and without those of days gone by', async () => {
    await open();
    await office.moveTo('2021-07-23T10:00:00+08:00');
    const { id } = await office.owedBy('commerce');
    const extension = { until: '2021-08-02', reason: '数据尚在汇总', approver: '秘书处负责人' };
    await office.house.perform(extendObligation, { obligationId: id, ...extension });
    await office.moveTo('2021-08-05T18:00:00+08:00');
    const sent = await office.remindersTo('commerce');
    expect(sent.slice(sent.findIndex((line) => line.includes('extension')))).toEqual([
      '7月23日 10:00 extension liaison',
      '7月26日 09:00 reminder liaison',
      '7月28日 09:00 reminder liaison',
      '7月30日 09:00 reminder liaison',
      '8月2日 09:00 reminder liaison',
      '8月3日 09:00 overdue liaison',
      '8月5日 09:00 overdue liaison',
      '8月5日 09:00 overdue leader',
    ]);
    const skipped = (await office.register('commerce')).filter((line) => line.outcome === 'skipped');
    expect(skipped).toMatchObject([{ rung: 'before-10', deadlineRevision: 2 }]);
  });

  it('of a deadline that has moved since are not sent', async () => {
    await open();
    await office.moveTo('2021-07-11T10:00:00+08:00');
    office.standStillUntil('2021-07-12T09:00:00+08:00');
    await sweep();
    const { id } = await office.owedBy('commerce');
    const extension = { until: '2021-08-02', reason: '数据尚在汇总', approver: '秘书处负责人' };
    await office.house.perform(extendObligation, { obligationId: id, ...extension });
    await office.runDue();
    expect((await office.remindersTo('commerce')).join()).not.toContain('reminder');
  });

  it('do not reproach a unit for the days on which its submission lay with the secretariat', async () => {
    await open();
    await office.moveTo('2021-07-26T10:00:00+08:00');
    await office.handIn('commerce');
    await office.moveTo('2021-08-06T10:00:00+08:00');
    const { id } = await office.owedBy('commerce');
    const comments = { comments: ['请补充2035年目标'], resubmitBy: '2021-08-20' };
    await office.house.perform(returnObligation, { obligationId: id, ...comments });
    await office.moveTo('2021-08-13T10:00:00+08:00');
    expect((await office.remindersTo('commerce')).slice(-2)).toEqual([
      '8月6日 10:00 returned liaison',
      '8月13日 09:00 reminder liaison',
    ]);
  });

  it('are not made up for when a submission comes back before its deadline', async () => {
    await open();
    await office.moveTo('2021-07-05T10:00:00+08:00');
    await office.handIn('commerce');
    await office.moveTo('2021-07-13T10:00:00+08:00');
    const { id } = await office.owedBy('commerce');
    const comments = { comments: ['请补充2035年目标'] };
    await office.house.perform(returnObligation, { obligationId: id, ...comments });
    await office.moveTo('2021-07-19T10:00:00+08:00');
    expect((await office.remindersTo('commerce')).slice(-2)).toEqual([
      '7月13日 10:00 returned liaison',
      '7月19日 09:00 reminder liaison',
    ]);
  });

  it('that were missed while nothing ran come down to the latest; the others are recorded as skipped', async () => {
    await open();
    await office.moveTo('2021-07-09T10:00:00+08:00');
    office.standStillUntil('2021-07-22T14:00:00+08:00');
    await office.runDue();
    expect((await office.remindersTo('commerce')).slice(1)).toEqual(['7月22日 14:00 reminder liaison']);
    const lines = (await office.register('commerce')).slice(1);
    expect(lines.map(({ rung, outcome }) => [rung, outcome])).toEqual([
      ['before-3', 'sent'],
      ['before-10', 'skipped'],
      ['before-5', 'skipped'],
    ]);
  });

  it('say how many working days are left when they are sent, not when they were queued', async () => {
    await open();
    await office.moveTo('2021-07-20T10:00:00+08:00');
    office.standStillUntil('2021-07-21T17:29:00+08:00');
    await sweep();
    office.standStillUntil('2021-07-21T23:00:00+08:00');
    await office.runDue();
    expect(await office.remindersTo('commerce')).toHaveLength(3);
    await office.moveTo('2021-07-22T09:00:00+08:00');
    expect((await office.remindersTo('commerce')).at(-1)).toBe('7月22日 09:00 reminder liaison');
    const { id } = await office.owedBy('commerce');
    expect((await office.mailsAbout(id, 'reminder')).at(-1)?.subject).toContain('还有2个工作日');
  });

  it('arrive in working hours of working days only', async () => {
    await open('2021-06-25T18:00:00+08:00');
    await office.moveTo('2021-06-27T23:00:00+08:00');
    expect(await office.remindersTo('commerce')).toEqual([]);
    await office.moveTo('2021-06-28T12:00:00+08:00');
    expect(await office.remindersTo('commerce')).toEqual(['6月28日 09:00 notice liaison']);
  });

  it('are not swept at night or on a Sunday even when asked to', async () => {
    await open();
    for (const instant of [
      '2021-07-12T08:59:00+08:00',
      '2021-07-12T17:30:00+08:00',
      '2021-07-25T10:00:00+08:00',
    ]) {
      office.standStillUntil(instant);
      expect(await sweep()).toEqual({ queued: 0, skipped: 0 });
    }
  });

  it('rest while the compilation is suspended', async () => {
    await open();
    await office.moveTo('2021-07-09T10:00:00+08:00');
    await office.advance('suspendCompilation', '等待国家纲要');
    await office.moveTo('2021-07-19T12:00:00+08:00');
    expect(await sweep()).toEqual({ queued: 0, skipped: 0 });
    expect(await office.remindersTo('commerce')).toHaveLength(1);
  });

  it('that were in a worker’s hands when the compilation was suspended wait', async () => {
    await open();
    await office.moveTo('2021-07-11T10:00:00+08:00');
    office.standStillUntil('2021-07-12T09:00:00+08:00');
    await sweep();
    await office.advance('suspendCompilation', '等待国家纲要');
    await office.house.database.write((tx) =>
      tx.update(OutboxRow, { kind: 'mail', state: 'held' }, { state: 'ready' }),
    );
    await office.runDue();
    expect(await office.remindersTo('commerce')).toHaveLength(1);
    expect((await office.register('commerce')).at(-1)).toMatchObject({ outcome: 'queued' });
  });

  it('go on with the latest missed one after the compilation is resumed', async () => {
    await open();
    await office.moveTo('2021-07-09T10:00:00+08:00');
    await office.advance('suspendCompilation', '等待国家纲要');
    await office.moveTo('2021-07-20T10:00:00+08:00');
    const deadlines = await office.house.database.read((reader) =>
      findDeadlines(reader, office.compilationId),
    );
    const kept = Object.fromEntries(deadlines.map(({ key, rule }) => [key, rule]));
    await office.house.perform(rescheduleDeadlines, { reason: '恢复编制，期限不变', deadlines: kept });
    await office.advance('resumeCompilation');
    await office.runDue();
    expect((await office.remindersTo('commerce')).slice(1)).toEqual(['7月20日 10:00 reminder liaison']);
  });

  it('end with the compilation', async () => {
    await open();
    await office.moveTo('2021-07-09T10:00:00+08:00');
    await office.advance('terminateCompilation', '市里另有部署');
    await office.moveTo('2021-08-20T10:00:00+08:00');
    expect(await office.remindersTo('commerce')).toHaveLength(1);
    expect(await office.house.get(Worker).nextDueAt()).toBeNull();
  });

  it('carry the calendar entry of the deadline until it has passed', async () => {
    await open();
    await office.moveTo('2021-07-27T10:00:00+08:00');
    const mails = await office.house.database.read((reader) => reader.find(Mail, { order: { id: 'ASC' } }));
    const withEvent = mails.filter(({ event }) => event?.method === 'REQUEST').map((mail) => mail.template);
    expect(new Set(withEvent)).toEqual(new Set(['notice', 'reminder']));
    const notice = mails.find(({ template }) => template === 'notice');
    expect(notice?.event?.content).toContain('DTSTART;VALUE=DATE:20210726');
  });

  it('list in the notice to an institute the topics it may choose from', async () => {
    await open(undefined, 'institute-metrology', 'commerce');
    const kinds = office.house.get(SubmissionKinds);
    kinds.of('material').topics = () => Promise.resolve(['质量文化']);
    await office.runDue();
    const mails = await office.house.database.read((reader) => reader.findBy(Mail, { template: 'notice' }));
    expect(mails.map((mail) => mail.view.topics)).toEqual(expect.arrayContaining([['质量文化'], []]));
    const templates = (await readHeaders(office.house)).map((headers) => headers['x-bianzhi-template']);
    expect(templates.filter((template) => template === 'notice')).toHaveLength(2);
  });

  it('show the unit what it has saved so far', async () => {
    await open();
    const progress = [{ title: '一、现状', text: '已存820字', missing: false }];
    office.house.get(SubmissionKinds).of('material').progress = () => Promise.resolve(progress);
    const { id } = await office.owedBy('commerce');
    const { house } = office;
    await house.perform(beginObligation, { obligationId: id }, await office.unitActor('commerce'));
    await office.moveTo('2021-07-12T10:00:00+08:00');
    expect((await office.mailsAbout(id, 'reminder')).map((mail) => mail.view.progress)).toEqual([progress]);
  });
});
