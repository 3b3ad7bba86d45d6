// Compiles src/ and workflows/ when a source is newer than the last build. Prints to stderr only, so that
// `npm run -s bianzhi -- … --json` keeps a clean standard output.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const stamp = join(root, 'dist', '.built');

function newestChange(folder) {
  let newest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    newest = Math.max(newest, statSync(join(entry.parentPath, entry.name)).mtimeMs);
  }
  return newest;
}

const builtAt = existsSync(stamp) ? statSync(stamp).mtimeMs : 0;
const sources = ['src', 'workflows'].map((folder) => newestChange(join(root, folder)));
const settings = ['nest-cli.json', '.swcrc', 'package.json'].map(
  (file) => statSync(join(root, file)).mtimeMs,
);
if (Math.max(...sources, ...settings) > builtAt) {
  const startedAt = new Date();
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  const nest = join(root, 'node_modules', '@nestjs', 'cli', 'bin', 'nest.js');
  const built = spawnSync(process.execPath, [nest, 'build'], { cwd: root, stdio: ['ignore', 2, 2] });
  if (built.status !== 0) process.exit(built.status ?? 1);
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stamp, startedAt.toISOString());
}
