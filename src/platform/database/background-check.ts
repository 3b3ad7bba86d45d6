import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';

/**
 * Runs beside the house, on a connection of its own: SQLite works in the thread that asks it. A file that is damaged
 * where SQLite begins to read cannot even be asked.
 */
const check = `
const { parentPort, workerData } = require('node:worker_threads');
try {
  const database = require(workerData.driver)(workerData.file, { readonly: true });
  const rows = database.pragma(workerData.pragma);
  parentPort.postMessage(rows.map((row) => String(Object.values(row)[0])));
  database.close();
} catch (error) {
  if (!/^SQLITE_(CORRUPT|NOTADB)/.test(error.code)) throw new Error(error.message);
  parentPort.postMessage([error.message]);
}
`;

export type CheckDepth = 'quick_check' | 'integrity_check';

const mostFindings = 20;

/** @returns what is wrong with the pages of the file, as SQLite says it; nothing for a whole one */
export function checkSqliteFile(file: string, depth: CheckDepth): Promise<string[]> {
  const driver = createRequire(import.meta.url).resolve('better-sqlite3');
  const workerData = { driver, file, pragma: `${depth}(${mostFindings})` };
  return new Promise((resolve, reject) => {
    const worker = new Worker(check, { eval: true, workerData });
    worker.once('message', (rows: string[]) => resolve(rows.filter((row) => row !== 'ok')));
    worker.once('error', reject);
  });
}
