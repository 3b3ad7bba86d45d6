import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seedTemplate } from './seed-template.mjs';

/** Seeds the file that every test house on SQLite begins as a copy of. */
export default async function startSqlite() {
  const folder = await mkdtemp(join(tmpdir(), 'bianzhi-sqlite-'));
  const file = join(folder, 'template.db');
  await seedTemplate(`sqlite:${file}`, folder);
  globalThis.sqliteTemplateFolder = folder;
  process.env.TEST_SQLITE_TEMPLATE = file;
}
