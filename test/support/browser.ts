import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { projectRoot } from '../../src/platform/index.js';

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const candidates = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser'];
const executablePath = candidates.find((path) => path !== undefined && existsSync(path));

/** Where pictures of pages are kept for whoever looks at them after a test run. */
const pictures = join(projectRoot, 'out', 'screenshots');

declare const testDatabaseKind: 'sqlite' | 'postgres' | undefined;

/** `describe`, or skipped with a plain message where there is no browser. */
export const describeInBrowser: (name: string, fn: () => void) => void =
  executablePath === undefined
    ? (name, fn) => describe.skip(`${name} (skipped: Chromium is not installed)`, fn)
    : describe;

/** For what looks the same whatever the database: once is enough. */
export const describeOnceInBrowser: typeof describeInBrowser = (name, fn) => {
  if (testDatabaseKind === 'postgres') describe.skip(`${name} (skipped: looked at on SQLite)`, fn);
  else describeInBrowser(name, fn);
};

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });

/** A person at a screen. Whatever the browser complains of is kept. */
export interface Person {
  page: Page;
  context: BrowserContext;
  /** Errors of the console, failures of scripts, requests to other hosts. */
  complaints: string[];
}

export async function sitDown(
  browser: Browser,
  url: string,
  token: string | null,
  width = 1440,
): Promise<Person> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    locale: 'zh-CN',
    baseURL: url,
  });
  if (token !== null)
    await context.addCookies([{ name: 'bianzhi-session', value: token, url, httpOnly: true }]);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !request.url().startsWith('data:'))
      complaints.push(`${page.url()} asks another host: ${request.url()}`);
  });
  return { page, context, complaints };
}

interface AxeResult {
  violations: { id: string; nodes: { html: string }[] }[];
}

/** What axe-core finds on the page, one line a rule. */
export async function barriersOn(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const result = await page.evaluate<AxeResult>('axe.run(document, { resultTypes: ["violations"] })');
  return result.violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 160)}`);
}

/** How many pixels the page is wider than the screen. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');

export async function keepPicture(page: Page, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
}
