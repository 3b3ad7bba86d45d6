import { strict as assert } from 'node:assert';
import { type DataSource, type QueryRunner } from 'typeorm';
import { DatabaseFault, leavesCommitUnknown } from './faults.js';
import { guard, type Statements, tellTransaction } from './guarded-runner.js';
import { type Transaction, type Writer } from './writer.js';

/** Fewer than the pool has connections: writes that wait for one another's locks leave some to those who read. */
export const writesAtOnce = 6;

interface PostgresClient {
  /** I: in none; T: in a transaction; E: in one that failed, whose COMMIT would quietly roll back. */
  getTransactionStatus(): 'I' | 'T' | 'E' | null;
}

/** Transactions on connections of a pool; one whose end is not certain takes its connection with it. */
export class PostgresWriter implements Writer {
  private underWay = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(private readonly source: DataSource) {}

  async write<T>(fn: Transaction<T>): Promise<T> {
    if (this.underWay >= writesAtOnce) await new Promise<void>((resolve) => this.waiting.push(resolve));
    else this.underWay += 1;
    try {
      return await this.transaction(fn);
    } finally {
      const next = this.waiting.shift();
      if (next === undefined) this.underWay -= 1;
      else next();
    }
  }

  async idle(): Promise<void> {
    // The pool itself waits for its connections when it ends.
  }

  private async transaction<T>(fn: Transaction<T>): Promise<T> {
    const statements = guard(this.source.createQueryRunner());
    const { runner } = statements;
    let uncertain: unknown;
    try {
      await runner.query('BEGIN');
      tellTransaction(runner, true);
      const result = await fn(runner.manager);
      await commit(statements);
      return result;
    } catch (error) {
      const cause = error instanceof DatabaseFault ? error : (statements.fault() ?? error);
      uncertain = await takeBack(runner, cause);
      throw cause;
    } finally {
      statements.end();
      await (runner as unknown as ReleasedRunner).releasePostgresConnection(uncertain);
    }
  }
}

interface ReleasedRunner extends QueryRunner {
  /** With an error the pool closes the connection instead of lending it again. */
  releasePostgresConnection(error: unknown): Promise<void>;
}

async function commit({ runner, fault }: Statements): Promise<void> {
  const met = fault();
  if (met !== undefined) throw met;
  const client = (await runner.connect()) as PostgresClient;
  assert.equal(client.getTransactionStatus(), 'T', 'a statement failed, and its write went on');
  try {
    await runner.query('COMMIT');
  } catch (error) {
    if (!(error instanceof DatabaseFault) || !leavesCommitUnknown(error)) throw error;
    throw new DatabaseFault(error.why, 'unknown', error);
  }
  tellTransaction(runner, false);
  assert.equal(client.getTransactionStatus(), 'I', 'a write is still in its transaction after its COMMIT');
}

/** @returns why the connection must not be used again, if it must not */
async function takeBack(runner: QueryRunner, cause: unknown): Promise<unknown> {
  if (cause instanceof DatabaseFault && !cause.leavesConnectionWhole) return cause;
  try {
    const client = (await runner.connect()) as PostgresClient & { query(sql: string): Promise<unknown> };
    // Past the guard, which lets nothing through after a fault.
    await client.query('ROLLBACK');
    return client.getTransactionStatus() === 'I'
      ? undefined
      : new Error('a ROLLBACK left its transaction open');
  } catch (error) {
    return error;
  }
}
