import { strict as assert } from 'node:assert';
import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { type DataSource, type EntityManager } from 'typeorm';
import { createSources, type EntityList } from './data-source.js';
import { isPassingLock } from './passing-lock.js';

const lockPatienceMs = 30_000;

/**
 * The only holder of a data source. TypeORM gives SQLite one connection: concurrent transactions on it mix, and
 * a write outside a transaction joins whichever is open and vanishes with its rollback. So every write goes
 * through `write`, a first-in-first-out queue, and every read outside it through a second, read-only connection.
 */
export class Database {
  private readonly writer: DataSource;
  private readonly reader: DataSource;
  private readonly current = new AsyncLocalStorage<EntityManager>();
  private lastWrite: Promise<unknown> = Promise.resolve();
  readonly kind: 'sqlite' | 'postgres';

  /** @param throwAway only for a rehearsal's database: nothing waits for the disk, and nothing survives a power cut. */
  constructor(
    url: string,
    entities: EntityList,
    readonly throwAway = false,
  ) {
    this.kind = url.startsWith('sqlite:') ? 'sqlite' : 'postgres';
    ({ writer: this.writer, reader: this.reader } = createSources(url, entities, !throwAway));
  }

  /** Opens the database and brings its schema up to date; refuses to run on one that may lose a commit. */
  async open(): Promise<void> {
    await this.writer.initialize();
    if (this.kind === 'sqlite' && !this.throwAway) await this.assertDurable();
    await this.write((tx) => this.migrateInside(tx));
    if (this.reader !== this.writer) await this.reader.initialize();
  }

  async close(): Promise<void> {
    await this.lastWrite.catch(() => undefined);
    if (this.reader !== this.writer && this.reader.isInitialized) await this.reader.destroy();
    if (this.writer.isInitialized) await this.writer.destroy();
  }

  /**
   * Runs `fn` in one transaction; a call inside another joins it. No network and no waiting for people inside:
   * on SQLite the whole house stands behind it.
   */
  async write<T>(fn: (tx: EntityManager) => Promise<T>): Promise<T> {
    const open = this.current.getStore();
    if (open !== undefined) return fn(open);
    if (this.kind === 'postgres') return this.transaction(fn);
    const run = this.lastWrite.then(() => this.transactionWithPatience(fn));
    this.lastWrite = run.catch(() => undefined);
    return run;
  }

  /** Reads what is committed; inside a `write` it reads through that transaction, to see its own rows. */
  async read<T>(fn: (reader: EntityManager) => Promise<T>): Promise<T> {
    return fn(this.current.getStore() ?? this.reader.manager);
  }

  /** Whether every migration of this program has run on the database that answers. */
  async isMigrated(): Promise<boolean> {
    const rows = await this.reader.query<{ name: string }[]>('SELECT name FROM migrations');
    const done = new Set(rows.map((row) => row.name));
    return this.writer.migrations.every((migration) =>
      done.has(migration.name ?? migration.constructor.name),
    );
  }

  private transaction<T>(fn: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.writer.transaction((tx) => this.current.run(tx, () => fn(tx)));
  }

  /** Another process (a command, a second worker) may hold SQLite's write lock: wait without blocking the loop. */
  private async transactionWithPatience<T>(fn: (tx: EntityManager) => Promise<T>): Promise<T> {
    for (let waitedMs = 0; ;) {
      try {
        return await this.transaction(async (tx) => {
          // TypeORM begins deferred; touching the write lock first makes sure the snapshot read is never stale.
          await tx.query('DELETE FROM write_lock WHERE 1 = 0').catch(ignoreMissingTable);
          return fn(tx);
        });
      } catch (error) {
        if (!isPassingLock(error) || waitedMs >= lockPatienceMs) throw error;
        const waitMs = 5 + (waitedMs % 45);
        waitedMs += waitMs + 50;
        await pause(waitMs);
      }
    }
  }

  private async migrateInside(tx: EntityManager): Promise<void> {
    if (this.kind === 'postgres') await tx.query('SELECT pg_advisory_xact_lock(20210625)');
    await this.writer.runMigrations({ transaction: 'none' });
  }

  private async assertDurable(): Promise<void> {
    const [{ synchronous }] = await this.writer.query<{ synchronous: number }[]>('PRAGMA synchronous');
    assert.equal(synchronous, 2, 'SQLite must run with synchronous=FULL');
    const [{ journal_mode }] = await this.writer.query<{ journal_mode: string }[]>('PRAGMA journal_mode');
    assert.equal(journal_mode, 'wal', 'SQLite must run in WAL mode');
    const [{ version }] = await this.writer.query<{ version: string }[]>(
      'SELECT sqlite_version() AS version',
    );
    assert.ok(
      atLeast(version, [3, 51, 3]),
      `SQLite ${version} can corrupt a WAL that is reset; 3.51.3 is needed`,
    );
  }
}

function ignoreMissingTable(error: unknown): void {
  if (!/no such table/.test(String(error))) throw error;
}

function atLeast(version: string, floor: number[]): boolean {
  const parts = version.split('.').map(Number);
  const differing = floor.findIndex((part, index) => parts[index] !== part);
  return differing === -1 || parts[differing] > floor[differing];
}
