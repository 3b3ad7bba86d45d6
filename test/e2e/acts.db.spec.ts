import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { declaredActs, fieldsOf } from '../../src/engine/index.js';
import { LedgerEntry } from '../../src/ledger/index.js';
import { parseInput, titleOfField } from '../../src/platform/index.js';
import { RouteTable } from '../../src/web/route-table.js';
import { runCommand } from '../support/command-line.js';
import { type HttpHouse, openHttpHouse } from '../support/http-house.js';

/** Fields that a person does not fill in by name: the house puts them into forms. */
const unseen = /(Id|Ids|ids|Key|revision|began|key)$/;

describe('an act that is declared once', () => {
  let house: HttpHouse;
  let folder: string;
  const environment = { ...process.env };
  beforeAll(async () => {
    house = await openHttpHouse(undefined, 12);
    folder = await mkdtemp(join(tmpdir(), 'bianzhi-acts-'));
    process.env.DATABASE_URL = house.config.databaseUrl;
    process.env.DATA_DIR = house.config.dataFolder;
  }, 120_000);
  afterAll(async () => {
    process.env = environment;
    await rm(folder, { recursive: true });
    await house.close();
  });

  const acts = () => declaredActs();
  const entries = () => house.database.read((reader) => reader.count(LedgerEntry));
  const ladder = {
    revision: 1,
    rungs: [
      { key: 'on-day', title: '期限当日', offsetWorkingDays: 0, template: 'reminder', audience: ['liaison'] },
    ],
  };
  const ladderPath = () => `/api/v1/compilations/${house.compilationId}/reminder-ladder`;

  it('has a route of the API and a form of a page, or says why not', () => {
    const table = house.get(RouteTable);
    const atApi = new Set(table.routes().map(({ route }) => (route.method === 'GET' ? null : route.act)));
    const onPages = new Set(table.pageRoutes().map((route) => (route.method === 'GET' ? null : route.act)));
    const missing = acts().flatMap((act) => [
      ...(atApi.has(act) || act.notAt?.api !== undefined ? [] : [`${act.name} at the API`]),
      ...(onPages.has(act) || act.notAt?.page !== undefined ? [] : [`${act.name} on a page`]),
    ]);
    expect(missing).toEqual([]);
  });

  it('has a title, and every field that a person fills in has one', () => {
    const untitled = acts().flatMap((act) =>
      Object.entries(fieldsOf(act))
        .filter(([name, schema]) => !unseen.test(name) && titleOfField(schema) === undefined)
        .map(([name]) => `${act.name} ${name}`),
    );
    expect(acts().filter(({ title }) => !/\p{Script=Han}/u.test(title))).toEqual([]);
    expect(untitled).toEqual([]);
  });

  it('has an example that it accepts', () => {
    for (const act of acts()) expect(() => parseInput(act.input, act.example)).not.toThrow();
  });

  it('names its fields in complaints as people know them', async () => {
    const refused = await house.call<{ detail: string }>(ladderPath(), {
      method: 'PUT',
      body: { revision: 1, rungs: [] },
    });
    expect([refused.status, refused.json.detail]).toEqual([400, expect.stringContaining('提醒：')]);
  });

  it('can be tried first: nothing stays', async () => {
    const before = await entries();
    const tried = await house.call<{ dryRun: boolean; effects: { kind: string }[] }>(
      `${ladderPath()}?dryRun=true`,
      { method: 'PUT', body: ladder },
    );
    expect([tried.status, tried.json.dryRun]).toEqual([200, true]);
    expect(tried.json.effects.map(({ kind }) => kind)).toContain('reminders');
    expect(await entries()).toBe(before);
  });

  it('is carried out at the command line by its name, first tried, then once for one key', async () => {
    const file = join(folder, 'ladder.json');
    await writeFile(file, JSON.stringify(ladder));
    const before = await entries();
    const act = (...more: string[]) => runCommand('act', 'ladder.edited', '--json', file, ...more);
    expect(await act('--dry-run')).toMatchObject({ exitCode: 0 });
    expect(await entries()).toBe(before);
    const first = await act('--key', 'ladder-1');
    expect(JSON.parse(first.output)).toEqual({ revision: 2 });
    expect(await act('--key', 'ladder-1')).toEqual(first);
    expect(await entries()).toBe(before + 1);
  });

  it('is refused at the command line in Chinese when there is none of the name', async () => {
    const { exitCode, output } = await runCommand('act', 'ladder.burnt', '--json', 'x.json');
    expect([exitCode, output]).toEqual([2, expect.stringContaining('找不到事项')]);
  });
});
