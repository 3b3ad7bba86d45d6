import { DataSource } from 'typeorm';

/** Another program that has the house's database to itself: on PostgreSQL every ledger, on SQLite every write. */
export async function holdDatabase(url: string): Promise<() => Promise<void>> {
  const sqlite = url.startsWith('sqlite:');
  const source = sqlite
    ? new DataSource({ type: 'better-sqlite3', database: url.slice('sqlite:'.length) })
    : new DataSource({ type: 'postgres', url });
  await source.initialize();
  const runner = source.createQueryRunner();
  await runner.query(sqlite ? 'BEGIN IMMEDIATE' : 'BEGIN');
  if (!sqlite) await runner.query('SELECT * FROM ledger_head FOR UPDATE');
  return async () => {
    await runner.query('ROLLBACK');
    await runner.release();
    await source.destroy();
  };
}
