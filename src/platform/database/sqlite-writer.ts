import { strict as assert } from 'node:assert';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { type DataSource } from 'typeorm';
import { logger } from '../logger.js';
import { DatabaseFault, faultOf, leavesCommitUnknown } from './faults.js';
import { guard, type Statements, tellTransaction } from './guarded-runner.js';
import { reopen, sqliteConnection } from './sqlite-connection.js';
import { patienceMs, type Transaction, type Writer } from './writer.js';

/** Between two tries for the lock; uneven, so that it falls into the gaps of a process that writes regularly. */
const betweenTriesMs = () => 5 + Math.random() * 40;

/**
 * The one writing connection of SQLite, first in, first out. Its transactions begin, end and are taken back here and
 * nowhere else: after a COMMIT on a full disk SQLite has rolled back by itself, TypeORM's own ROLLBACK fails, its count
 * of transactions stays at one, and every later “transaction” becomes a savepoint inside one that is never committed.
 */
export class SqliteWriter implements Writer {
  private lastWrite: Promise<unknown> = Promise.resolve();

  constructor(private readonly source: DataSource) {}

  write<T>(fn: Transaction<T>): Promise<T> {
    // From now, not from its turn: those behind a write that waited in vain must not each wait as long again.
    const giveUpAt = performance.now() + patienceMs;
    const run = this.lastWrite.then(() => this.transaction(fn, giveUpAt));
    this.lastWrite = run.catch(() => undefined);
    return run;
  }

  async idle(): Promise<void> {
    await this.lastWrite;
  }

  private async transaction<T>(fn: Transaction<T>, giveUpAt: number): Promise<T> {
    await this.free();
    const statements = guard(this.source.createQueryRunner());
    try {
      await this.begin(giveUpAt);
      tellTransaction(statements.runner, true);
      const result = await this.perform(statements, fn);
      this.commit();
      return result;
    } catch (error) {
      const cause = error instanceof DatabaseFault ? error : (statements.fault() ?? error);
      await this.takeBack(cause);
      throw cause;
    } finally {
      tellTransaction(statements.runner, false);
      statements.end();
    }
  }

  private async perform<T>({ runner, fault }: Statements, fn: Transaction<T>): Promise<T> {
    const result = await fn(runner.manager);
    const met = fault();
    if (met !== undefined) throw met;
    assert.ok(this.connection.inTransaction, 'a write lost its transaction before its COMMIT');
    return result;
  }

  /** IMMEDIATE: takes the lock now, so that what is read inside cannot be stale when it is written. */
  private async begin(giveUpAt: number): Promise<void> {
    for (;;) {
      try {
        this.connection.exec('BEGIN IMMEDIATE');
        return;
      } catch (error) {
        const fault = faultOf(error, 'unsaved');
        if (fault?.why !== 'database-busy' || performance.now() >= giveUpAt) throw fault ?? error;
        await pause(betweenTriesMs());
      }
    }
  }

  private commit(): void {
    try {
      this.connection.exec('COMMIT');
    } catch (error) {
      const fault = faultOf(error, 'unsaved');
      if (fault === undefined) throw error;
      throw leavesCommitUnknown(fault) ? new DatabaseFault(fault.why, 'unknown', error) : fault;
    }
    assert.ok(!this.connection.inTransaction, 'a write is still in its transaction after its COMMIT');
  }

  private async takeBack(cause: unknown): Promise<void> {
    const broken = cause instanceof DatabaseFault && !cause.leavesConnectionWhole;
    try {
      if (this.connection.open && this.connection.inTransaction) this.connection.exec('ROLLBACK');
      if (broken) await reopen(this.source);
    } catch (error) {
      logger.error({ err: error }, 'a write could not be taken back; its connection is thrown away');
    }
  }

  /** A connection that is closed or still in a transaction is nothing to write on. */
  private async free(): Promise<void> {
    if (this.connection.open && !this.connection.inTransaction) return;
    try {
      await reopen(this.source);
    } catch (error) {
      throw faultOf(error, 'unsaved') ?? error;
    }
    assert.ok(!this.connection.inTransaction, 'a new connection is in a transaction');
  }

  private get connection() {
    return sqliteConnection(this.source);
  }
}
