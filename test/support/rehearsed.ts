import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../src/platform/index.js';
import { rehearse, type RehearsalOptions, type Summary } from '../../src/rehearsal/index.js';

/** A rehearsal that was played, and the folder with what it wrote. */
export interface Rehearsed {
  out: string;
  summary: Summary;
  /** SHA-256 of every file by its path; the duration in `summary.json` is left out. */
  digests(): Promise<Record<string, string>>;
  read(path: string): Promise<string>;
  remove(): Promise<void>;
}

/** A year small enough for a test: 24 units of all five categories, 12 opinions of the public. */
const small = { seed: 1, units: 24, opinions: 12 };

export async function rehearseSmall(options: Partial<RehearsalOptions> = {}): Promise<Rehearsed> {
  const out = await newFolder();
  await rehearse({ ...small, ...options, out });
  return rehearsedIn(out);
}

/** The same year played by the command, by a machine set to another time zone. */
export async function rehearseInZone(zone: string): Promise<Rehearsed> {
  const out = await newFolder();
  const { seed, units, opinions } = small;
  const options = ['--out', out, '--seed', seed, '--units', units, '--opinions', opinions].map(String);
  await runCommand(['rehearse', ...options], zone);
  return rehearsedIn(out);
}

const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'bianzhi-rehearsed-'));

async function rehearsedIn(out: string): Promise<Rehearsed> {
  const read = (path: string) => readFile(join(out, path), 'utf8');
  return {
    out,
    summary: JSON.parse(await read('summary.json')) as Summary,
    digests: () => digestsOf(out),
    read,
    remove: () => rm(out, { recursive: true, force: true }),
  };
}

const program = join(projectRoot, 'src/cli.ts');

function runCommand(parameters: string[], zone: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const command = spawn(process.execPath, [...process.execArgv, program, ...parameters], {
      env: { ...process.env, TZ: zone },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const said: Buffer[] = [];
    command.stderr.on('data', (bytes: Buffer) => said.push(bytes));
    command.once('error', reject);
    command.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${parameters[0]} exited with ${code}: ${Buffer.concat(said).toString()}`));
    });
  });
}

async function digestsOf(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const digests: Record<string, string> = {};
  for (const path of paths.sort()) {
    const bytes = await readFile(path);
    const timeless = path.endsWith('summary.json')
      ? bytes.toString().replace(/"durationMs": \d+/, '"durationMs": 0')
      : bytes;
    digests[path.slice(folder.length + 1)] = createHash('sha256').update(timeless).digest('hex');
  }
  return digests;
}
