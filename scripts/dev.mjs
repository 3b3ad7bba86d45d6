// Serves from the sources on a data folder of its own and starts anew when one of them changes: `npm run dev`.
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const watched = ['src', 'workflows', 'templates', 'seeds'];
const typescript = join(root, 'scripts', 'typescript', 'register.mjs');
/** Editors write a file in several steps. */
const pauseMs = 100;

process.env.DATA_DIR ??= join(root, 'data', 'dev');

let house = null;
let waiting;

function start() {
  const begun = performance.now();
  const child = spawn(process.execPath, ['--enable-source-maps', '--import', typescript, 'src/main.ts'], {
    cwd: root,
    stdio: ['inherit', 'pipe', 'inherit'],
  });
  child.stdout.once('data', () => {
    process.stderr.write(`started in ${Math.round(performance.now() - begun)} ms\n`);
  });
  child.stdout.pipe(process.stdout, { end: false });
  child.once('exit', () => {
    if (house === child) house = null;
  });
  house = child;
}

function startAnew() {
  const old = house;
  if (old === null) return start();
  old.removeAllListeners('exit');
  old.once('exit', start);
  old.kill();
}

for (const folder of watched) {
  watch(join(root, folder), { recursive: true }, (_event, file) => {
    if (file === null || file.endsWith('.spec.ts')) return;
    clearTimeout(waiting);
    waiting = setTimeout(startAnew, pauseMs);
  });
}
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    house?.kill();
    process.exit();
  });
}
start();
