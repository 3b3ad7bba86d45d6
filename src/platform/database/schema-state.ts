import { type DataSource, type EntityManager, MigrationExecutor } from 'typeorm';
import { OperatingFailure } from '../operating-failure.js';
import { migrations } from './migrations/index.js';

/** An older program would read the rows of a newer one as if it understood them. */
class NewerDatabase extends OperatingFailure {
  constructor(unknown: string[]) {
    super(
      'database-newer',
      `数据库由更新版本的程序建立（其中${unknown.length}项结构本程序不认识：${unknown.join('、')}），未启动。` +
        '请改用该版本或者更新版本的程序；要退回旧版本的，请以升级之前的备份恢复。',
    );
  }
}

const known = migrations.map(({ name }) => name);

/** Names of the migrations that have run on the database that answers. */
async function executed(source: DataSource): Promise<string[]> {
  try {
    const rows = await source.query<{ name: string }[]>('SELECT name FROM migrations');
    return rows.map(({ name }) => name);
  } catch (error) {
    if (/no such table|relation .* does not exist/.test(String(error))) return [];
    throw error;
  }
}

/** Those of this program that are still to run. */
export async function pendingMigrations(source: DataSource): Promise<string[]> {
  const done = new Set(await executed(source));
  return known.filter((name) => !done.has(name));
}

/** @throws NewerDatabase */
export async function assertKnown(source: DataSource): Promise<void> {
  const unknown = (await executed(source)).filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new NewerDatabase(unknown);
}

/** Runs what is pending inside the transaction: killed half-way, it leaves the schema as it was. */
export async function migrate(source: DataSource, tx: EntityManager): Promise<void> {
  const executor = new MigrationExecutor(source, tx.queryRunner);
  executor.transaction = 'none';
  await executor.executePendingMigrations();
}
