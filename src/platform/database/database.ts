import { AsyncLocalStorage } from 'node:async_hooks';
import { type DataSource, type EntityManager } from 'typeorm';
import { logger } from '../logger.js';
import { OperatingFailure } from '../operating-failure.js';
import { checkSqliteFile, type CheckDepth } from './background-check.js';
import { createSources, type EntityList } from './data-source.js';
import { DatabaseFault, faultOf } from './faults.js';
import { assertKnown, migrate, pendingMigrations } from './schema-state.js';
import { assertDurable, assertWhole, isLarge } from './sqlite-checks.js';
import { reopen } from './sqlite-connection.js';
import { PostgresWriter } from './postgres-writer.js';
import { SqliteWriter } from './sqlite-writer.js';
import { type Transaction, type Writer } from './writer.js';
import { WriteHealth } from './write-health.js';
import { asStep } from './write-order.js';

/** The house may be read, and nothing is kept until a person has helped and started it anew. */
class WritesHeld extends OperatingFailure {
  constructor(reason: string) {
    super('writes-held', `${reason}，没有保存；目前只能查看，请告诉管理员。`);
  }
}

/** A write that is under way, as those inside it see it. */
interface OpenWrite {
  tx: EntityManager;
  ended: boolean;
}

/**
 * The only holder of a data source. TypeORM gives SQLite one connection: concurrent transactions on it mix, and
 * a write outside a transaction joins whichever is open and vanishes with its rollback. So every write goes
 * through `write`, a first-in-first-out queue, and every read outside it through a second, read-only connection.
 * A fault of the database leaves here as a {@link DatabaseFault}, whose sentence says what became of the act.
 */
export class Database {
  private readonly source: DataSource;
  private readonly reader: DataSource;
  private readonly writer: Writer;
  private readonly health: WriteHealth;
  private readonly current = new AsyncLocalStorage<OpenWrite>();
  private held: string | null = null;
  readonly kind: 'sqlite' | 'postgres';

  /** @param throwAway only for a rehearsal's database: nothing waits for the disk, and nothing survives a power cut. */
  constructor(
    url: string,
    entities: EntityList,
    readonly throwAway = false,
  ) {
    this.kind = url.startsWith('sqlite:') ? 'sqlite' : 'postgres';
    const { writer, reader } = createSources(url, entities, !throwAway);
    this.source = writer;
    this.reader = reader;
    this.writer = this.kind === 'sqlite' ? new SqliteWriter(writer) : new PostgresWriter(writer);
    this.health = new WriteHealth(this.kind, (fn) => this.write(fn));
  }

  /**
   * Opens the database and brings its schema up to date; refuses to run on one that may lose a commit, that is damaged,
   * or that a later version of the program wrote.
   */
  async open(): Promise<void> {
    try {
      await this.source.initialize();
      if (this.kind === 'sqlite') assertWhole(this.source);
      if (this.kind === 'sqlite' && !this.throwAway) assertDurable(this.source);
      await assertKnown(this.source);
      if ((await pendingMigrations(this.source)).length > 0) await this.write((tx) => this.migrateInside(tx));
      if (this.reader !== this.source) await this.reader.initialize();
    } catch (error) {
      await this.close().catch(() => undefined);
      throw faultOf(error, 'start') ?? error;
    }
  }

  async close(): Promise<void> {
    this.health.close();
    await this.writer.idle();
    if (this.reader !== this.source && this.reader.isInitialized) await this.reader.destroy();
    if (this.source.isInitialized) await this.source.destroy();
  }

  /**
   * Runs `fn` in one transaction; a call inside another joins it. No network and no waiting for people inside:
   * on SQLite the whole house stands behind it.
   * @throws DatabaseFault when it was not kept, or nobody knows whether it was
   */
  async write<T>(fn: Transaction<T>): Promise<T> {
    const open = this.openWrite();
    if (open !== undefined) return fn(open.tx);
    if (this.held !== null) throw new WritesHeld(this.held);
    const work = asStep(this, fn);
    try {
      return await this.writer.write((tx) => this.inside(tx, work));
    } catch (error) {
      if (error instanceof DatabaseFault) this.health.failed(error);
      throw error;
    }
  }

  /** Reads what is committed; inside a `write` it reads through that transaction, to see its own rows. */
  async read<T>(fn: (reader: EntityManager) => Promise<T>): Promise<T> {
    const open = this.openWrite();
    if (open !== undefined) return fn(open.tx);
    try {
      return await fn(this.reader.manager);
    } catch (error) {
      const fault = faultOf(error, 'read');
      if (fault === undefined) throw error;
      if (this.kind === 'sqlite' && !fault.leavesConnectionWhole) await this.reopenReader();
      throw fault;
    }
  }

  /** Why writes do not go through just now; null while they do. */
  get whyUnwritable(): string | null {
    return this.held ?? this.health.reason;
  }

  /** Found out while people work: nothing more is built on what is damaged or missing. */
  holdWrites(reason: string): void {
    logger.error({ reason }, 'writes are held until the next start');
    this.held = reason;
  }

  /** Reads the whole file of SQLite; null on PostgreSQL, which has programs of its own for this. */
  async check(depth: CheckDepth): Promise<string[] | null> {
    if (this.kind === 'postgres') return null;
    return checkSqliteFile(this.source.options.database as string, depth);
  }

  /** What was too large to be read before the start is read beside the work; damage makes the house read-only. */
  async checkLater(): Promise<void> {
    if (this.kind === 'postgres' || !isLarge(this.source.options.database as string)) return;
    const findings = await this.check('quick_check');
    if (findings !== null && findings.length > 0) this.holdWrites('数据库文件已损坏');
  }

  /**
   * Tries a write before anybody else does. What passes by itself (a full disk, a lock) is noted and tried again; the
   * house may be read meanwhile.
   * @throws DatabaseFault when only a person can help
   */
  async tryWriting(): Promise<void> {
    try {
      await this.health.probe();
    } catch (error) {
      if (error instanceof DatabaseFault && (error.why === 'disk-full' || error.why === 'database-busy'))
        return;
      throw faultOf(error, 'start') ?? error;
    }
  }

  /** Whether every migration of this program has run on the database that answers. */
  async isMigrated(): Promise<boolean> {
    return (await pendingMigrations(this.reader)).length === 0;
  }

  private openWrite(): OpenWrite | undefined {
    const open = this.current.getStore();
    // What was begun inside a write and outlived it (a timer, a forgotten promise) is outside now.
    return open === undefined || open.ended ? undefined : open;
  }

  private async inside<T>(tx: EntityManager, fn: Transaction<T>): Promise<T> {
    const open: OpenWrite = { tx, ended: false };
    try {
      return await this.current.run(open, () => fn(tx));
    } finally {
      open.ended = true;
    }
  }

  private async reopenReader(): Promise<void> {
    await reopen(this.reader).catch((error: unknown) => {
      logger.error({ err: error }, 'the reading connection could not be opened again');
    });
  }

  private async migrateInside(tx: EntityManager): Promise<void> {
    if (this.kind === 'postgres') {
      // Another process may be migrating at this moment, which takes longer than a lock may otherwise.
      await tx.query("SET LOCAL lock_timeout = '60s'");
      await tx.query('SELECT pg_advisory_xact_lock(20210625)');
    }
    await migrate(this.source, tx);
  }
}
