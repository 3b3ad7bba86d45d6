import { randomBytes } from 'node:crypto';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

declare const testDatabaseKind: 'sqlite' | 'postgres' | undefined;

export interface TestDatabase {
  url: string;
  dataFolder: string;
  remove(): Promise<void>;
}

/** A database of the kind this Jest project runs on, empty or already seeded, and a folder for files. */
export async function createTestDatabase({ seeded = false } = {}): Promise<TestDatabase> {
  const dataFolder = await mkdtemp(join(process.env.TMPDIR ?? tmpdir(), 'bianzhi-test-'));
  const removeFolder = () => rm(dataFolder, { recursive: true, force: true });
  if (testDatabaseKind !== 'postgres') {
    const file = join(dataFolder, 'test.db');
    if (seeded) await copyFile(process.env.TEST_SQLITE_TEMPLATE!, file);
    return { url: `sqlite:${file}`, dataFolder, remove: removeFolder };
  }
  const server = process.env.TEST_POSTGRES_URL;
  if (server === undefined) throw new Error('the PostgreSQL project starts its server in globalSetup');
  const name = `test_${randomBytes(8).toString('hex')}`;
  const execute = async (sql: string) => {
    const client = new pg.Client({ connectionString: `${server}/postgres` });
    await client.connect();
    await client.query(sql);
    await client.end();
  };
  await execute(`CREATE DATABASE ${name}${seeded ? ' TEMPLATE template_seeded' : ''}`);
  return {
    url: `${server}/${name}`,
    dataFolder,
    async remove() {
      await execute(`DROP DATABASE ${name} WITH (FORCE)`);
      await removeFolder();
    },
  };
}
