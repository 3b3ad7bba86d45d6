import { rm } from 'node:fs/promises';

/** Removes what start-sqlite.mjs made. */
export default async function stopSqlite() {
  await rm(globalThis.sqliteTemplateFolder, { recursive: true, force: true });
}
