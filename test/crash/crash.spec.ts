import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { checkReplay } from '../../src/engine/index.js';
import { entities } from '../../src/entities.js';
import { Compilation, Issue } from '../../src/compilation/index.js';
import { LedgerQuery } from '../../src/ledger/index.js';
import { Database } from '../../src/platform/index.js';

/** `npm run test:crash` raises it; each kill costs about two seconds. */
const kills = Number(process.env.CRASH_KILLS ?? 5);

const program = join(import.meta.dirname, 'writer.ts');

/** Lets a writer run until it acknowledged `quota` acts, kills it with SIGKILL, and returns what it acknowledged. */
function runAndKill(url: string, folder: string, quota: number): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const writer = spawn(process.execPath, [...process.execArgv, program, url, folder], {
      env: { ...process.env, BIANZHI_LOG: 'silent' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const acknowledged: string[] = [];
    createInterface({ input: writer.stdout }).on('line', (id) => {
      acknowledged.push(id);
      if (acknowledged.length === quota) writer.kill('SIGKILL');
    });
    writer.once('error', reject);
    writer.once('close', () => resolve(acknowledged));
  });
}

describe('a process that is killed at any moment', () => {
  it(`loses nothing it acknowledged and leaves nothing half written (${kills} kills)`, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'bianzhi-crash-'));
    const url = `sqlite:${join(folder, 'crash.db')}`;
    const acknowledged = new Set<string>();
    for (let kill = 0; kill < kills; kill++) {
      for (const id of await runAndKill(url, folder, 20 + ((kill * 37) % 150))) acknowledged.add(id);
    }
    const database = new Database(url, entities);
    await database.open();
    const issues = await database.read((reader) => reader.find(Issue, { select: { id: true } }));
    const kept = new Set(issues.map((issue) => issue.id));
    expect([...acknowledged].filter((id) => !kept.has(id))).toEqual([]);
    const [{ id: compilationId }] = await database.read((reader) => reader.find(Compilation));
    const ledger = new LedgerQuery(database);
    expect(await ledger.verify(compilationId)).toMatchObject({ ok: true, firstBad: null });
    const raised = await ledger.latest(compilationId, { type: 'issue.raised', limit: 1_000_000 });
    expect(raised).toHaveLength(issues.length);
    expect((await database.read((reader) => checkReplay(reader, compilationId))).ok).toBe(true);
    const integrity = await database.read((reader) => reader.query<object[]>('PRAGMA integrity_check'));
    expect(integrity).toEqual([{ integrity_check: 'ok' }]);
    await database.close();
    await rm(folder, { recursive: true, force: true });
  }, 600_000);
});
