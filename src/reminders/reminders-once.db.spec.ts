import { readHeaders } from '../../test/support/eml.js';
import { openRemindersOffice, type RemindersOffice } from '../../test/support/reminders-office.js';
import { OutboxRow } from '../outbox/index.js';
import { IdSource, systemActor } from '../platform/index.js';
import { Worker } from '../worker/index.js';
import { ReminderRound } from './reminder-jobs.js';
import { SweepRemindersUseCase } from './index.js';
import { RegisterEntry } from './register-entry.entity.js';

describe('reminders go out once', () => {
  let office: RemindersOffice;
  afterEach(() => office.house.close());
  const sweep = () =>
    office.house.get(SweepRemindersUseCase).execute(office.compilationId, systemActor('reminders'));
  const sentBy = async () => {
    const headers = await readHeaders(office.house);
    return headers.filter((one) => one['x-bianzhi-template'] === 'reminder').length;
  };
  beforeEach(async () => {
    office = await openRemindersOffice(undefined, 'commerce', 'health', 'transport');
    await office.moveTo('2021-07-11T10:00:00+08:00');
    office.standStillUntil('2021-07-12T09:00:00+08:00');
  });

  it('when the sweep runs again and again', async () => {
    expect(await sweep()).toEqual({ queued: 3, skipped: 0 });
    expect(await sweep()).toEqual({ queued: 0, skipped: 0 });
    await office.runDue();
    expect(await sentBy()).toBe(3);
  });

  it('when several sweeps run at the same moment', async () => {
    const swept = await Promise.all([sweep(), sweep(), sweep(), sweep()]);
    expect(swept.reduce((sum, one) => sum + one.queued, 0)).toBe(3);
    await office.runDue();
    expect(await sentBy()).toBe(3);
  });

  it('when two workers share the outbox', async () => {
    const { house } = office;
    const other = new Worker(house.database, house.clock, house.get(IdSource), 4);
    other.addHandlers(...(house.get(Worker)['handlers'] as Map<string, never>).values());
    await Promise.all([office.runDue(), other.runDue()]);
    expect(await sentBy()).toBe(3);
  });

  it('when a worker dies between doing and recording', async () => {
    const { house, compilationId } = office;
    const job = await house.database.read((reader) =>
      reader.findOneByOrFail(OutboxRow, { kind: 'reminders', state: 'ready' }),
    );
    await house.database.write((tx) =>
      tx.update(
        OutboxRow,
        { id: job.id },
        { state: 'running', leaseToken: 'dead', leaseUntil: house.clock.now() + 60_000 },
      ),
    );
    await house.get(ReminderRound).perform({ ...job, compilationId });
    await office.runDue();
    expect(await sentBy()).toBe(3);
    house.clock.moveTo(house.clock.now() + 60_000);
    await office.runDue();
    expect(await sentBy()).toBe(3);
  });

  it('because the database itself refuses a second row of a turn', async () => {
    await sweep();
    const { database } = office.house;
    const [row] = await database.read((reader) => reader.find(RegisterEntry, { take: 1 }));
    await expect(database.write((tx) => tx.insert(RegisterEntry, { ...row, id: 'another' }))).rejects.toThrow(
      /unique/i,
    );
  });
});
