import { type Database } from '../../src/platform/index.js';
import { reopen } from '../../src/platform/database/sqlite-connection.js';

/** before: it is not carried out; after: it is, and its answer is lost. */
export type FaultMoment = 'before' | 'after';

export interface Injection {
  /** How many statements of writes came through since it began. */
  count(): number;
  end(): void;
}

type Carry = () => unknown;

interface Statement {
  reader: boolean;
  all(...given: unknown[]): unknown;
  run(...given: unknown[]): unknown;
}

interface Connection {
  inTransaction: boolean;
  prepare(sql: string): Statement;
  exec(sql: string): unknown;
}

interface Client {
  query(...given: unknown[]): Promise<unknown>;
}

const failing = (code: string) => Object.assign(new Error(`injected ${code}`), { code });

/** Makes the nth statement that reaches the driver fail, BEGIN and COMMIT among them. */
export async function injectFault(database: Database, nth: number, moment: FaultMoment): Promise<Injection> {
  return database.kind === 'sqlite'
    ? injectIntoSqlite(database, nth, moment)
    : injectIntoPostgres(database, nth, moment);
}

async function injectIntoSqlite(database: Database, nth: number, moment: FaultMoment): Promise<Injection> {
  const { source } = database as unknown as { source: Parameters<typeof reopen>[0] };
  // Statements that were prepared before would slip past.
  await reopen(source);
  const connection = (source.driver as unknown as { databaseConnection: Connection }).databaseConnection;
  const prepare = connection.prepare.bind(connection);
  const exec = connection.exec.bind(connection);
  let count = 0;
  let ended = false;
  const pass = (carry: Carry): unknown => {
    // The house keeps the statements that it prepared meanwhile.
    if (ended) return carry();
    count += 1;
    if (count !== nth) return carry();
    if (moment === 'after') {
      carry();
      throw failing('SQLITE_IOERR_FSYNC');
    }
    // As SQLite does on a full disk: the whole transaction is gone, not the statement alone.
    if (connection.inTransaction) exec('ROLLBACK');
    throw failing('SQLITE_FULL');
  };
  connection.exec = (sql) => pass(() => exec(sql));
  connection.prepare = (sql) => {
    const statement = prepare(sql);
    const all = statement.all.bind(statement);
    const run = statement.run.bind(statement);
    statement.all = (...given) => pass(() => all(...given));
    statement.run = (...given) => pass(() => run(...given));
    return statement;
  };
  return {
    count: () => count,
    end: () => {
      ended = true;
      Object.assign(connection, { prepare, exec });
    },
  };
}

async function injectIntoPostgres(database: Database, nth: number, moment: FaultMoment): Promise<Injection> {
  const { source } = database as unknown as {
    source: { driver: { master: { Client: { prototype: Client } } } };
  };
  const { prototype } = source.driver.master.Client;
  const query = prototype.query;
  const writing = new WeakSet<Client>();
  let count = 0;
  prototype.query = async function injected(this: Client, ...given: unknown[]) {
    const [sql] = given;
    if (sql === 'BEGIN') writing.add(this);
    const carry = () => query.apply(this, given);
    if (!writing.has(this) || sql === 'ROLLBACK') return carry();
    if (sql === 'COMMIT') writing.delete(this);
    count += 1;
    if (count !== nth) return carry();
    if (moment === 'before') throw failing('53100');
    await carry();
    throw failing('ECONNRESET');
  };
  return Promise.resolve({
    count: () => count,
    end: () => {
      prototype.query = query;
    },
  });
}
