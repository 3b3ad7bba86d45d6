import { type DataSource } from 'typeorm';

/** What the house uses of better-sqlite3's connection besides TypeORM. */
export interface SqliteConnection {
  readonly open: boolean;
  readonly inTransaction: boolean;
  exec(sql: string): unknown;
  pragma(sql: string, options: { simple: true }): unknown;
  prepare(sql: string): { pluck(): { get(): unknown } };
}

interface SqliteDriver {
  databaseConnection: SqliteConnection;
  connect(): Promise<void>;
  disconnect(): Promise<void>;
}

const driverOf = (source: DataSource) => source.driver as unknown as SqliteDriver;

/** The one connection of a source; another one after each `reopen`. */
export const sqliteConnection = (source: DataSource): SqliteConnection => driverOf(source).databaseConnection;

/** Throws the connection away, with its prepared statements and whatever transaction it may be in. */
export async function reopen(source: DataSource): Promise<void> {
  const driver = driverOf(source);
  await driver.disconnect();
  await driver.connect();
}
