import { type Browser, type Page } from 'playwright-core';
import { Invitee } from '../../src/review/index.js';
import { Obligation } from '../../src/obligations/index.js';
import { Chance } from '../../src/rehearsal/chance.js';
import { scenesOf2021 } from '../../src/rehearsal/scenes/index.js';
import { playScenes, Stage } from '../../src/rehearsal/stage.js';
import { staffRoles } from '../../src/platform/index.js';
import { RouteTable } from '../../src/web/route-table.js';
import {
  barriersOn,
  describeOnceInBrowser,
  keepPicture,
  openBrowser,
  overflowOf,
  sitDown,
} from '../support/browser.js';
import { type HttpHouse, openHttpHouse } from '../support/http-house.js';
import { tokenFor, type VisitorKind } from '../support/page-visitor.js';

/** Screens of a desk and of a phone. */
const widths = [360, 1440];

/** Files to be saved, and addresses that are shown inside a page. */
const notPages =
  /\/(export|archive|download|table|file|minutes|picture)|\.(svg|atom|docx|xlsx|csv|ndjson|ics)|^\/api|html$/;

describeOnceInBrowser('every page in a browser', () => {
  let house: HttpHouse;
  let browser: Browser;
  beforeAll(async () => {
    house = await openHttpHouse('2021-06-25T08:30:00+08:00', 12);
    const stage = new Stage(house.app, house.clock, house.compilationId, new Chance(1), 12, () => undefined);
    await playScenes(
      stage,
      scenesOf2021().filter(({ date }) => date <= '2021-10-20'),
    );
    browser = await openBrowser();
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  /** Every kind of page that can be reached from the first one by links, each kind once. */
  async function walk(kind: VisitorKind, name: string): Promise<string[]> {
    const token = kind === 'nobody' ? null : await tokenFor(house, kind, '经办一岗');
    const { page, context, complaints } = await sitDown(browser, house.url, token);
    const patterns = patternsOf(house);
    const seen = new Set<string>();
    const failures: string[] = [];
    const waiting = ['/'];
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      const [plain] = path.split(/[?#]/, 1);
      const pattern = patterns.find(({ regular }) => regular.test(plain))?.path;
      if (pattern === undefined || seen.has(pattern) || notPages.test(plain)) continue;
      seen.add(pattern);
      const answer = await page.goto(path).catch(whenDownload);
      if (answer === 'download') continue;
      seen.add(patterns.find(({ regular }) => regular.test(new URL(page.url()).pathname))?.path ?? '');
      if (answer !== null && answer.status() >= 400) failures.push(`${path} answered ${answer.status()}`);
      failures.push(...(await lookAt(page, pattern, name)));
      const links = await page.$$eval('a[href]', (anchors) =>
        anchors.map((anchor) => anchor.getAttribute('href')!),
      );
      waiting.push(...links.filter((link) => link.startsWith('/')));
    }
    await context.close();
    expect(seen.size).toBeGreaterThan(1);
    return [...failures, ...complaints];
  }

  async function lookAt(page: Page, pattern: string, name: string): Promise<string[]> {
    const failures = (await barriersOn(page)).map((barrier) => `${pattern} has a barrier: ${barrier}`);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      const overflow = await overflowOf(page);
      if (overflow > 0) failures.push(`${pattern} is ${overflow}px wider than ${width}`);
      await keepPicture(page, `${name}${pattern.replace(/[^a-zA-Z]+/g, '-')}-${width}`);
    }
    return failures;
  }

  const firstUnit = async (): Promise<VisitorKind> => {
    const obligation = await house.database.read((reader) =>
      reader.findOneByOrFail(Obligation, { compilationId: house.compilationId, kind: 'material' }),
    );
    return { kind: 'unit', aboutId: obligation.id, partyId: obligation.unitId };
  };
  const firstExpert = async (): Promise<VisitorKind> => {
    const invitee = await house.database.read((reader) =>
      reader.findOneByOrFail(Invitee, { compilationId: house.compilationId }),
    );
    return { kind: 'expert', aboutId: invitee.id, partyId: invitee.partyId };
  };

  it('of the secretariat shows no barrier, no error and nothing from elsewhere, at a desk and on a phone', async () => {
    expect(await walk(staffRoles, 'staff')).toEqual([]);
  });

  it('of a unit shows none either', async () => {
    expect(await walk(await firstUnit(), 'unit')).toEqual([]);
  });

  it('of an expert shows none either', async () => {
    expect(await walk(await firstExpert(), 'expert')).toEqual([]);
  });

  it('of the public shows none either', async () => {
    expect(await walk('nobody', 'public')).toEqual([]);
  });
});

/** A link may lead to a file that is saved. */
function whenDownload(error: unknown): 'download' {
  if (error instanceof Error && error.message.includes('Download is starting')) return 'download';
  throw error;
}

function patternsOf(house: HttpHouse): { path: string; regular: RegExp }[] {
  const table = house.get(RouteTable, { strict: false });
  const paths = table
    .pageRoutes()
    .filter(({ method }) => method === 'GET')
    .map(({ path }) => path);
  // The most specific first: /notices/:id/draft before /notices/:id.
  const ordered = [...new Set(paths)].sort((a, b) => a.split(':').length - b.split(':').length);
  return ordered.map((path) => ({
    path,
    regular: new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/:[A-Za-z]+/g, '[^/]+')}$`),
  }));
}
