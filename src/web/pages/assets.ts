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
    for (const name of readdirSync(folder)) this.add(name, join(folder, name));
    this.add('htmx.js', require.resolve('htmx.org/dist/htmx.min.js'));
  }

  find(name: string): Asset | undefined {
    return this.byName.get(name);
  }

  private add(name: string, path: string): void {
    const type = types[extname(name)];
    if (type === undefined) return;
    const bytes = readFileSync(path);
    const stamped = `${createHash('sha256').update(bytes).digest('hex').slice(0, 8)}-${name.replace('.', '-')}`;
    this.byName.set(stamped, { type, bytes });
    this.addresses[keyOf(name)] = `/assets/${stamped}`;
  }
}

/** bianzhi.css → bianzhiCss */
const keyOf = (name: string): string =>
  name.replace(/[-.]([a-z])/g, (_, letter: string) => letter.toUpperCase());
