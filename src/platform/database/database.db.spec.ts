import { setImmediate as breathe } from 'node:timers/promises';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { Outbox, OutboxRow, Mail } from '../../outbox/index.js';
import { SeededIds } from '../ids.js';
import { SimulatedClock } from '../clock.js';
import { StaleRevision } from '../refusal.js';
import { Database } from './database.js';
import { createTable } from './migrations/schema.js';
import { saveRevision } from './save-revision.js';

@Entity('counter')
class Counter {
  @PrimaryColumn({ type: 'varchar' })
  id!: string;

  @Column({ type: 'integer' })
  revision!: number;

  @Column({ type: 'integer' })
  value!: number;
}

describe('the database', () => {
  let files: TestDatabase;
  let database: Database;

  beforeAll(async () => {
    files = await createTestDatabase();
    database = new Database(files.url, [Counter, OutboxRow, Mail]);
    await database.open();
    await database.write(async (tx) => {
      await createTable(tx.queryRunner!, 'counter', { id: 'key', revision: 'integer', value: 'integer' });
    });
  });
  beforeEach(() =>
    database.write(async (tx) => {
      await tx.createQueryBuilder().delete().from(Counter).execute();
      await tx.insert(Counter, { id: 'a', revision: 1, value: 0 });
    }),
  );
  afterAll(async () => {
    await database.close();
    await files.remove();
  });

  const value = async () =>
    (await database.read((reader) => reader.findOneByOrFail(Counter, { id: 'a' }))).value;

  const lockRow = (sql: string) => (database.kind === 'postgres' ? `${sql} FOR UPDATE` : sql);

  it('loses none of 500 concurrent read-modify-write transactions', async () => {
    const add = () =>
      database.write(async (tx) => {
        const [row] = await tx.query<{ value: number }[]>(
          lockRow("SELECT value FROM counter WHERE id = 'a'"),
        );
        await breathe();
        await tx.update(Counter, { id: 'a' }, { value: row.value + 1 });
      });
    await Promise.all(Array.from({ length: 500 }, add));
    expect(await value()).toBe(500);
  });

  it('keeps an acknowledged write when a neighbour’s transaction rolls back', async () => {
    const failing = database.write(async (tx) => {
      await tx.update(Counter, { id: 'a' }, { value: 99 });
      await breathe();
      throw new Error('undone');
    });
    const kept = database.write((tx) => tx.insert(Counter, { id: 'b', revision: 1, value: 1 }));
    await expect(failing).rejects.toThrow('undone');
    await kept;
    expect(await value()).toBe(0);
    expect(await database.read((reader) => reader.countBy(Counter, { id: 'b' }))).toBe(1);
  });

  it('shows nothing of an open transaction to readers outside it, and everything to those inside', async () => {
    await database.write(async (tx) => {
      await tx.update(Counter, { id: 'a' }, { value: 7 });
      expect(await value()).toBe(7);
      const outside = await new Promise<number>((resolve, reject) => {
        outsideRead().then(resolve, reject);
      });
      expect(outside).toBe(0);
    });
    expect(await value()).toBe(7);
  });

  /** A read that does not inherit the transaction of the test around it. */
  let outsideRead: () => Promise<number>;
  let serving: NodeJS.Timeout;
  beforeAll(() => {
    const waiting: (() => void)[] = [];
    outsideRead = () =>
      new Promise((resolve, reject) => {
        waiting.push(() => void value().then(resolve, reject));
      });
    serving = setInterval(() => waiting.splice(0).forEach((go) => go()), 1);
  });
  afterAll(() => clearInterval(serving));

  it('lets a nested write join the one around it, and fall with it', async () => {
    const outer = database.write(async (tx) => {
      await tx.update(Counter, { id: 'a' }, { value: 1 });
      await database.write((inner) => inner.insert(Counter, { id: 'c', revision: 1, value: 1 }));
      throw new Error('undone');
    });
    await expect(outer).rejects.toThrow('undone');
    expect(await database.read((reader) => reader.countBy(Counter, { id: 'c' }))).toBe(0);
  });

  it('refuses the second of two changes made from the same revision', async () => {
    const seen = { id: 'a', revision: 1 };
    await database.write((tx) => saveRevision(tx, Counter, seen, { value: 1 }, '计数'));
    const second = database.write((tx) => saveRevision(tx, Counter, seen, { value: 2 }, '计数'));
    await expect(second).rejects.toThrow(StaleRevision);
    expect(await value()).toBe(1);
  });

  it('gives integer milliseconds back as numbers', async () => {
    const clock = new SimulatedClock(4_102_444_800_000);
    const outbox = new Outbox(clock, new SeededIds(clock, 1));
    const job = { compilationId: null, kind: 'x', uniqueKey: 'x', payload: { a: 1 }, dueAt: clock.now() };
    await database.write((tx) => outbox.enqueue(tx, [job, job]));
    await database.write((tx) => outbox.enqueue(tx, [job]));
    const rows = await database.read((reader) => reader.findBy(OutboxRow, { uniqueKey: 'x' }));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ dueAt: 4_102_444_800_000, payload: { a: 1 }, leaseUntil: null });
  });
});

describe('another process on the same database', () => {
  it('waits for the lock instead of failing, and neither loses a write', async () => {
    const files = await createTestDatabase();
    const first = new Database(files.url, [Counter]);
    await first.open();
    await first.write(async (tx) => {
      await createTable(tx.queryRunner!, 'counter', { id: 'key', revision: 'integer', value: 'integer' });
      await tx.insert(Counter, { id: 'a', revision: 1, value: 0 });
    });
    const second = new Database(files.url, [Counter]);
    await second.open();
    const add = (database: Database) =>
      database.write(async (tx) => {
        const sql = "SELECT value FROM counter WHERE id = 'a'";
        const [row] = await tx.query<{ value: number }[]>(
          first.kind === 'postgres' ? `${sql} FOR UPDATE` : sql,
        );
        await breathe();
        await tx.update(Counter, { id: 'a' }, { value: row.value + 1 });
      });
    await Promise.all(Array.from({ length: 100 }, (_, index) => add(index % 2 === 0 ? first : second)));
    const row = await first.read((reader) => reader.findOneByOrFail(Counter, { id: 'a' }));
    expect(row.value).toBe(100);
    await first.close();
    await second.close();
    await files.remove();
  });
});
