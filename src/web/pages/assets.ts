import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { templatesFolder } from '../../platform/index.js';

const require = createRequire(import.meta.url);
const folder = join(templatesFolder, 'assets');

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

export interface Asset {
  type: string;
  bytes: Buffer;
}

/** Style sheets and scripts under addresses that change with their content, so that browsers may keep them for good. */
export class Assets {
  private readonly byName = new Map<string, Asset>();
  /** `{ bianzhiCss: '/assets/1a2b3c4d-bianzhi-css', … }`, as pages read them with `@page.assets`. */
  readonly addresses: Record<string, string> = {};

  constructor() {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) this.add(`${entry.name}.css`, joined(path));
      else this.add(entry.name, readFileSync(path));
    }
    this.add('htmx.js', readFileSync(require.resolve('htmx.org/dist/htmx.min.js')));
  }

  find(name: string): Asset | undefined {
    return this.byName.get(name);
  }

  private add(name: string, bytes: Buffer): void {
    const type = types[extname(name)];
    if (type === undefined) return;
    const stamped = `${createHash('sha256').update(bytes).digest('hex').slice(0, 8)}-${name.replace('.', '-')}`;
    this.byName.set(stamped, { type, bytes });
    this.addresses[keyOf(name)] = `/assets/${stamped}`;
  }
}

/** A folder is one style sheet in several files, in the order of their names. */
const joined = (path: string): Buffer =>
  Buffer.concat(
    readdirSync(path)
      .sort()
      .map((name) => readFileSync(join(path, name))),
  );

/** bianzhi.css → bianzhiCss */
const keyOf = (name: string): string =>
  name.replace(/[-.]([a-z])/g, (_, letter: string) => letter.toUpperCase());
