import { createTestDatabase, type TestDatabase } from '../../test/support/test-database.js';
import { Mail, Outbox, OutboxRow } from '../outbox/index.js';
import { Database, SeededIds, SimulatedClock } from '../platform/index.js';
import { type JobHandler } from './job-handler.js';
import { Worker } from './worker.js';
import { WorkerLoop } from './worker-loop.js';

describe('the loop of a worker', () => {
  let files: TestDatabase;
  let database: Database;
  let loop: WorkerLoop;
  let worker: Worker;
  const clock = new SimulatedClock(1_624_600_000_000);
  const outbox = new Outbox(clock, new SeededIds(clock, 9));

  beforeEach(async () => {
    files = await createTestDatabase();
    database = new Database(files.url, [OutboxRow, Mail]);
    await database.open();
    worker = new Worker(database, clock, new SeededIds(clock, 1));
    loop = new WorkerLoop(worker);
  });
  afterEach(async () => {
    await loop.stop();
    await database.close();
    await files.remove();
  });

  const enqueue = (kind: string, ...keys: string[]) =>
    database.write((tx) =>
      outbox.enqueue(
        tx,
        keys.map((uniqueKey) => ({
          compilationId: 'c',
          kind,
          uniqueKey,
          payload: {},
          dueAt: clock.now(),
        })),
      ),
    );
  const row = (uniqueKey: string) =>
    database.read((reader) => reader.findOneByOrFail(OutboxRow, { uniqueKey }));
  /** Hangs until the process must end. */
  const hanging = (stopping: AbortSignal) =>
    new Promise<never>((_, reject) => {
      stopping.addEventListener('abort', () => reject(new Error('given up')));
    });

  it('lets a timer run while every mail hangs, and the mails behind a hanging one go', async () => {
    const done: string[] = [];
    let allDone: () => void = () => undefined;
    const finished = new Promise<void>((resolve) => {
      allDone = resolve;
    });
    const finish = (key: string) => {
      done.push(key);
      if (done.length === 21) allDone();
      return { state: 'done' as const };
    };
    const mail: JobHandler = {
      kind: 'mail',
      room: { quick: 2, slow: 10, slowAfterMs: 5 },
      perform: async (job, stopping) =>
        job.uniqueKey.startsWith('hangs') ? hanging(stopping) : finish(job.uniqueKey),
    };
    worker.addHandlers(mail, { kind: 'timer', perform: async (job) => finish(job.uniqueKey) });
    const mails = Array.from({ length: 20 }, (_, index) => `goes ${index}`);
    await enqueue('mail', 'hangs 1', 'hangs 2', 'hangs 3', ...mails);
    await enqueue('timer', 'elapsed');
    loop.start();
    await finished;
    expect(done).toContain('elapsed');
    expect((await row('hangs 1')).state).toBe('running');
  });

  it('ends when told although a row hangs, which waits again without having used up a try', async () => {
    let begun: () => void = () => undefined;
    const underWay = new Promise<void>((resolve) => {
      begun = resolve;
    });
    worker.addHandlers({
      kind: 'mail',
      room: { quick: 1, slow: 0, slowAfterMs: Infinity },
      perform: (_, stopping) => {
        begun();
        return hanging(stopping);
      },
    });
    await enqueue('mail', 'hangs', 'behind it');
    loop.start();
    await underWay;
    await loop.stop();
    for (const key of ['hangs', 'behind it'])
      expect(await row(key)).toMatchObject({ state: 'ready', attempts: 0, leaseToken: null });
  });
});
