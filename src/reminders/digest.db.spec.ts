import { openRemindersOffice, type RemindersOffice } from '../../test/support/reminders-office.js';
import { dateOf } from '../calendar/index.js';
import { requestExtension } from '../obligations/index.js';
import { Mail } from '../outbox/index.js';
import { systemActor } from '../platform/index.js';
import { PostDigestUseCase } from './index.js';

const robot = systemActor('digest');

describe('the daily digest', () => {
  let office: RemindersOffice;
  beforeEach(async () => {
    office = await openRemindersOffice(undefined, 'commerce', 'health');
  });
  afterEach(() => office.house.close());

  const days = async () => (await office.digests()).map((mail) => dateOf(mail.queuedAt));
  const names = (list: unknown) => (list as { unitName: string }[]).map((line) => line.unitName);

  it('is not sent while there is nothing to say', async () => {
    await office.moveTo('2021-07-22T18:00:00+08:00');
    expect(await days()).toEqual([]);
  });

  it('comes once per working day at the start of working hours, to one mailbox', async () => {
    await office.moveTo('2021-08-02T18:00:00+08:00');
    expect(await days()).toEqual([
      '2021-07-23',
      '2021-07-26',
      '2021-07-27',
      '2021-07-28',
      '2021-07-29',
      '2021-07-30',
      '2021-08-02',
    ]);
    const digests = await office.digests();
    expect(new Set(digests.map((mail) => mail.address))).toEqual(new Set(['secretariat@example.org']));
    expect(digests.every((mail) => mail.state === 'sent')).toBe(true);
  });

  it('is not sent a second time on the same day, by whomever', async () => {
    await office.moveTo('2021-07-27T10:00:00+08:00');
    const post = () => office.house.get(PostDigestUseCase).execute(office.compilationId, robot);
    expect(await Promise.all([post(), post()])).toEqual([{ posted: false }, { posted: false }]);
    office.standStillUntil('2021-07-28T09:00:00+08:00');
    const posted = await Promise.all([post(), post()]);
    expect(posted.filter((one) => one.posted)).toHaveLength(1);
    await office.runDue();
    expect((await days()).filter((day) => day === '2021-07-28')).toHaveLength(1);
  });

  it('says who hands in tomorrow or is late, and what the next step lacks', async () => {
    await office.moveTo('2021-07-27T10:00:00+08:00');
    const [before, , late] = await office.digests();
    expect(names(before.view.dueSoon)).toHaveLength(2);
    expect(names(before.view.late)).toEqual([]);
    expect(names(late.view.late)).toEqual(['上海市商务委员会', '上海市卫生健康委员会']);
    expect(late.view.counts).toMatchObject({ late: 2 });
    expect((late.view.gate as { unmet: string[] }).unmet.join()).toContain('2家');
    expect(late.subject).toContain('2家逾期');
  });

  it('tells what is so when it leaves, and what came in while it waited', async () => {
    await office.moveTo('2021-07-27T10:00:00+08:00');
    office.standStillUntil('2021-07-28T09:00:00+08:00');
    await office.house.get(PostDigestUseCase).execute(office.compilationId, robot);
    expect(names((await office.digests()).at(-1)!.view.late)).toContain('上海市商务委员会');
    await office.handIn('commerce');
    await office.runDue();
    const { state, view } = (await office.digests()).at(-1)!;
    expect(state).toBe('sent');
    expect(names(view.late)).toEqual(['上海市卫生健康委员会']);
    expect(names(view.received)).toEqual(['上海市商务委员会']);
  });

  it('is one when another follows before it could leave', async () => {
    office.standStillUntil('2021-07-27T09:00:00+08:00');
    const post = () => office.house.get(PostDigestUseCase).execute(office.compilationId, robot);
    await post();
    office.standStillUntil('2021-07-28T09:00:00+08:00');
    await post();
    await office.runDue();
    expect((await office.digests()).slice(-2).map(({ state }) => state)).toEqual(['lapsed', 'sent']);
  });

  it('tells each submission once, the morning after', async () => {
    await office.moveTo('2021-07-13T10:00:00+08:00');
    await office.handIn('commerce');
    await office.moveTo('2021-07-16T10:00:00+08:00');
    const digests = await office.digests();
    expect(await days()).toEqual(['2021-07-14']);
    expect(names(digests[0].view.received)).toEqual(['上海市商务委员会']);
  });

  it('tells on Monday what came on Friday evening', async () => {
    await office.moveTo('2021-07-09T20:00:00+08:00');
    await office.handIn('commerce');
    await office.moveTo('2021-07-13T10:00:00+08:00');
    expect(await days()).toEqual(['2021-07-12']);
  });

  it('names those who ask for more time and mails that failed', async () => {
    const { id } = await office.owedBy('commerce');
    await office.runDue();
    const unit = await office.unitActor('commerce');
    const asked = { until: '2021-08-02', reason: '数据尚在汇总' };
    await office.house.perform(requestExtension, { obligationId: id, ...asked }, unit);
    await office.house.database.write((tx) =>
      tx.update(Mail, { about: id }, { state: 'failed', lastError: '550 No such mailbox' }),
    );
    await office.moveTo('2021-06-28T10:00:00+08:00');
    const [digest] = await office.digests();
    expect(names(digest.view.extensionRequests)).toEqual(['上海市商务委员会']);
    expect(digest.view.failedMails).toMatchObject([{ reason: expect.stringContaining('550') as string }]);
  });

  it('rests while the compilation is suspended', async () => {
    await office.moveTo('2021-07-23T08:00:00+08:00');
    await office.advance('suspendCompilation', '等待国家纲要');
    await office.moveTo('2021-07-28T10:00:00+08:00');
    expect(await days()).toEqual([]);
  });
});
