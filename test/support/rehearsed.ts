import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
export async function rehearseSmall(options: Partial<RehearsalOptions> = {}): Promise<Rehearsed> {
  const out = await mkdtemp(join(tmpdir(), 'bianzhi-rehearsed-'));
  const summary = await rehearse({ seed: 1, units: 24, opinions: 12, ...options, out });
  return {
    out,
    summary,
    digests: () => digestsOf(out),
    read: (path) => readFile(join(out, path), 'utf8'),
    remove: () => rm(out, { recursive: true, force: true }),
  };
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
