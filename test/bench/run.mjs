// Runs every benchmark of this folder in a process of its own, one after the other. Compare ratios, not seconds.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const benchmarks = readdirSync(import.meta.dirname).filter(
  (file) => file.endsWith('.mjs') && file !== 'run.mjs',
);
let failed = false;
for (const file of benchmarks.sort()) {
  console.log(`\n== ${file}`);
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, file)], { stdio: 'inherit' });
  failed ||= status !== 0;
}
process.exitCode = failed ? 1 : 0;
