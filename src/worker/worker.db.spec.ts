import { createTestDatabase, type TestDatabase } from '../../test/support/test-database.js';
import { Mail, Outbox, OutboxRow } from '../outbox/index.js';
import { Database, SeededIds, SimulatedClock } from '../platform/index.js';
import { type JobHandler, type JobOutcome } from './job-handler.js';
import { maxAttempts } from './retry.js';
import { Worker } from './worker.js';

describe('a worker', () => {
  let files: TestDatabase;
  let database: Database;
  let clock: SimulatedClock;
  let outbox: Outbox;
  let performed: string[];
  let outcome: (job: OutboxRow) => JobOutcome;

  const newWorker = () => {
    const worker = new Worker(database, clock, new SeededIds(clock, performed.length + 1));
    const handler: JobHandler = {
      kind: 'test',
      async perform(job) {
        performed.push(job.uniqueKey);
        return outcome(job);
      },
    };
    worker.addHandlers(handler);
    return worker;
  };
  const enqueue = (key: string, dueInMs = 0) =>
    database.write((tx) => {
      const dueAt = clock.now() + dueInMs;
      return outbox.enqueue(tx, [{ compilationId: 'c', kind: 'test', uniqueKey: key, payload: {}, dueAt }]);
    });
  const row = (key: string) =>
    database.read((reader) => reader.findOneByOrFail(OutboxRow, { uniqueKey: key }));

  beforeEach(async () => {
    files = await createTestDatabase();
    database = new Database(files.url, [OutboxRow, Mail]);
    await database.open();
    clock = new SimulatedClock(1_624_600_000_000);
    outbox = new Outbox(clock, new SeededIds(clock, 9));
    performed = [];
    outcome = () => ({ state: 'done' });
  });
  afterEach(async () => {
    await database.close();
    await files.remove();
  });

  it('performs a row when it is due, not before, and once', async () => {
    await enqueue('later', 1000);
    const worker = newWorker();
    expect(await worker.runDue()).toBe(0);
    expect(await worker.nextDueAt()).toBe(clock.now() + 1000);
    clock.moveTo(clock.now() + 1000);
    expect(await worker.runDue()).toBe(1);
    expect(await worker.runDue()).toBe(0);
    expect(performed).toEqual(['later']);
    expect(await row('later')).toMatchObject({ state: 'done', finishedAt: clock.now() });
  });

  it('does not perform what its suspended compilation holds, until it is released', async () => {
    await enqueue('held');
    await database.write((tx) => outbox.hold(tx, 'c'));
    const worker = newWorker();
    expect(await worker.runDue()).toBe(0);
    await database.write((tx) => outbox.release(tx, 'c'));
    expect(await worker.runDue()).toBe(1);
  });

  it('tries an operating failure again, later each time, and then leaves a visible failed row', async () => {
    await enqueue('unlucky');
    outcome = () => {
      throw new Error('connection refused');
    };
    const worker = newWorker();
    const waits: number[] = [];
    for (let due = await worker.nextDueAt(); due !== null; due = await worker.nextDueAt()) {
      waits.push(due - clock.now());
      clock.moveTo(due);
      await worker.runDue();
    }
    expect(performed).toHaveLength(maxAttempts);
    expect(waits).toEqual([...waits].sort((a, b) => a - b));
    expect(await row('unlucky')).toMatchObject({ state: 'failed', lastError: 'connection refused' });
  });

  it('counts a recurring row’s attempts anew after each success', async () => {
    await enqueue('daily');
    outcome = (job) => ({ state: 'again', dueAt: job.dueAt + 86_400_000 });
    const worker = newWorker();
    for (let day = 0; day < 20; day++) {
      await worker.runDue();
      clock.moveTo(clock.now() + 86_400_000);
    }
    expect(performed).toHaveLength(20);
    expect(await row('daily')).toMatchObject({ state: 'ready', attempts: 0 });
  });

  it('takes up a dead worker’s row when its lease has ended, and ignores what the dead one still says', async () => {
    await enqueue('orphan');
    let release: () => void = () => undefined;
    const slow = new Worker(database, clock, new SeededIds(clock, 77));
    slow.addHandlers({
      kind: 'test',
      perform: () =>
        new Promise<JobOutcome>((resolve) => {
          release = () => resolve({ state: 'failed', reason: 'from the dead' });
        }),
    });
    const dying = slow.runDue();
    while ((await row('orphan')).state !== 'running') await Promise.resolve();
    const heir = newWorker();
    expect(await heir.runDue()).toBe(0);
    clock.moveTo(clock.now() + 60_000);
    expect(await heir.runDue()).toBe(1);
    release();
    await dying;
    expect(await row('orphan')).toMatchObject({ state: 'done' });
  });

  const enqueueForDeadWorker = async (key: string) => {
    await enqueue(key);
    await database.write((tx) =>
      tx.update(
        OutboxRow,
        { uniqueKey: key },
        { state: 'running', leaseToken: 'dead', leaseUntil: clock.now() + 60_000 },
      ),
    );
  };

  it('takes up a dead worker’s rows within a minute after the clock went back two days', async () => {
    await enqueueForDeadWorker('orphan');
    clock.setTo(clock.now() - 2 * 86_400_000);
    const heir = newWorker();
    expect(await heir.runDue()).toBe(0);
    clock.moveTo(clock.now() + 59_999);
    expect(await heir.runDue()).toBe(0);
    clock.moveTo(clock.now() + 1);
    expect(await heir.runDue()).toBe(1);
  });

  it('does not take a live worker’s row when the clock is set forward', async () => {
    await enqueue('slow');
    const other = newWorker();
    const slow = new Worker(database, clock, new SeededIds(clock, 99), 1);
    slow.addHandlers({
      kind: 'test',
      async perform(job) {
        performed.push(`slow worker: ${job.uniqueKey}`);
        await other.runDue();
        clock.setTo(clock.now() + 2 * 86_400_000);
        await other.runDue();
        return { state: 'done' };
      },
    });
    await slow.runDue();
    expect(performed).toEqual(['slow worker: slow']);
  });

  it('gives a dead worker’s row to one heir only', async () => {
    await enqueueForDeadWorker('orphan');
    const heirs = [newWorker(), newWorker(), newWorker()];
    await Promise.all(heirs.map((heir) => heir.runDue()));
    clock.moveTo(clock.now() + 60_000);
    await Promise.all(heirs.map((heir) => heir.runDue()));
    expect(performed).toEqual(['orphan']);
  });

  it('never shares a row with other workers', async () => {
    for (let batch = 0; batch < 4; batch++) {
      await database.write((tx) =>
        outbox.enqueue(
          tx,
          Array.from({ length: 100 }, (_, index) => ({
            compilationId: 'c',
            kind: 'test',
            uniqueKey: `job-${batch}-${index}`,
            payload: {},
            dueAt: clock.now(),
          })),
        ),
      );
    }
    await Promise.all([newWorker(), newWorker(), newWorker(), newWorker()].map((worker) => worker.runDue()));
    expect(performed).toHaveLength(400);
    expect(new Set(performed).size).toBe(400);
  });

  it('fails a row of a kind that nobody handles instead of leaving it to wait', async () => {
    await database.write((tx) =>
      outbox.enqueue(tx, [
        { compilationId: null, kind: 'unknown', uniqueKey: 'u', payload: {}, dueAt: clock.now() },
      ]),
    );
    await newWorker().runDue();
    expect((await row('u')).state).toBe('failed');
  });

  it('leaves to the other worker what it held too long to have begun in time', async () => {
    await enqueue('slow');
    await enqueue('next');
    const other = newWorker();
    const slow = new Worker(database, clock, new SeededIds(clock, 99), 1);
    slow.addHandlers({
      kind: 'test',
      async perform(job) {
        performed.push(`slow worker: ${job.uniqueKey}`);
        await other.runDue();
        clock.moveTo(clock.now() + 60_000);
        await other.runDue();
        return { state: 'done' };
      },
    });
    await slow.runDue();
    expect(performed).toEqual(['slow worker: slow', 'slow', 'next']);
  });

  it('keeps what it claimed while the rows before it take long', async () => {
    await enqueue('slow');
    await enqueue('slow too');
    await enqueue('last');
    const other = newWorker();
    const slow = new Worker(database, clock, new SeededIds(clock, 99), 1);
    slow.addHandlers({
      kind: 'test',
      async perform(job) {
        performed.push(`slow worker: ${job.uniqueKey}`);
        clock.moveTo(clock.now() + 40_000);
        await other.runDue();
        return { state: 'done' };
      },
    });
    await slow.runDue();
    expect(performed).toEqual(['slow', 'slow too', 'last'].map((key) => `slow worker: ${key}`));
  });
});
