// Node's hooks for loading modules: https://nodejs.org/api/module.html#customization-hooks
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync, version } from '@swc/core';

const root = join(import.meta.dirname, '..', '..');
const compiled = join(root, 'out', 'compiled');
const { jsc, module } = JSON.parse(readFileSync(join(root, '.swcrc'), 'utf8'));
const options = { jsc, module, swcrc: false, sourceMaps: 'inline' };
const shape = JSON.stringify([version, options]);

mkdirSync(compiled, { recursive: true });

/** Sources import each other by the name of what the build makes of them. */
export function resolve(specifier, context, nextResolve) {
  if (/^\.{1,2}\/.*\.js$/.test(specifier) && isOurs(context.parentURL)) {
    const url = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL);
    if (existsSync(url)) return { url: url.href, format: 'module', shortCircuit: true };
  }
  return nextResolve(specifier, context);
}

const isOurs = (url) => /\.ts(\?|$)/.test(url ?? '') && !url.includes('/node_modules/');

export function load(url, context, nextLoad) {
  if (!isOurs(url)) return nextLoad(url, context);
  const file = fileURLToPath(url.replace(/\?.*$/, ''));
  return { format: 'module', shortCircuit: true, source: compile(file) };
}

/** Compiled once for all processes and for as long as the file says the same. */
function compile(file) {
  const source = readFileSync(file, 'utf8');
  const seal = `\n// ${digest(shape + file + source)}\n`;
  const kept = join(compiled, `${digest(file)}.js`);
  const found = existsSync(kept) ? readFileSync(kept, 'utf8') : '';
  if (found.endsWith(seal)) return found;
  const { code } = transformSync(source, { ...options, filename: file });
  const unfinished = `${kept}.${process.pid}`;
  writeFileSync(unfinished, code + seal);
  renameSync(unfinished, kept);
  return code;
}

const digest = (text) => createHash('sha256').update(text).digest('hex').slice(0, 32);
