import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../../test/support/command-line.js';
import { freezeApprovalDraft } from '../../test/support/packet-office.js';
import { openHouse, type TestHouse } from '../../test/support/test-house.js';
import { sniffKind } from '../files/index.js';

describe('what commands write to files', () => {
  let house: TestHouse;
  let folder: string;
  const environment = { ...process.env };
  const out = (name: string) => join(folder, name);
  const json = (text: string) => JSON.parse(text) as Record<string, unknown>;
  beforeAll(async () => {
    house = await openHouse('2021-12-08T10:00:00+08:00');
    folder = await mkdtemp(join(tmpdir(), 'bianzhi-cli-'));
    process.env.DATABASE_URL = house.config.databaseUrl;
    process.env.DATA_DIR = house.config.dataFolder;
  });
  afterAll(async () => {
    process.env = environment;
    await rm(folder, { recursive: true });
    await house.close();
  });

  it.each(['disposition', 'submissions', 'units'])('table %s comes in four formats', async (table) => {
    for (const format of ['docx', 'xlsx', 'csv', 'html']) {
      const file = out(`${table}.${format}`);
      expect(await runCommand('table', table, '--format', format, '--out', file)).toMatchObject({
        exitCode: 0,
      });
      const bytes = await readFile(file);
      if (format === 'docx' || format === 'xlsx') expect(sniffKind(bytes)).toBe(format);
      else expect(bytes.toString()).toContain('序号');
    }
  });

  it('table goes by the name of the file when no format is given', async () => {
    const { output } = await runCommand('table', 'disposition', '--out', out('t.docx'), '--json');
    expect(json(output)).toEqual({ table: 'disposition', format: 'docx', out: out('t.docx') });
  });

  it.each([
    [['--format', 'pdf', '--out', 'x'], '应为 docx、xlsx、csv、html 之一'],
    [['--format', 'docx'], '请用 --out 指明输出文件'],
    [['--out', 'x.pdf'], '应为 docx、xlsx、csv、html 之一'],
  ])('table refuses %j', async (options, sentence) => {
    const { exitCode, output } = await runCommand('table', 'disposition', ...options);
    expect([exitCode, output.includes(sentence)]).toEqual([2, true]);
  });

  it('packet build is refused, and nothing is written, before there is a 报批稿', async () => {
    const { exitCode, output } = await runCommand('packet', 'build', '--out', out('p.zip'), '--json');
    expect(exitCode).toBe(2);
    expect(json(output)).toMatchObject({ refused: true, unmet: [{ requirement: 'no-approval-draft' }] });
    expect(await readdir(folder)).not.toContain('p.zip');
  });

  it('packet build writes what packet verify finds whole, without a database', async () => {
    await freezeApprovalDraft(house);
    const built = json((await runCommand('packet', 'build', '--out', out('p.zip'), '--json')).output);
    process.env.DATABASE_URL = 'sqlite:/nowhere/none.db';
    const { exitCode, output } = await runCommand('packet', 'verify', out('p.zip'), '--json');
    process.env.DATABASE_URL = house.config.databaseUrl;
    expect(exitCode).toBe(0);
    expect(json(output)).toMatchObject({
      ok: true,
      missing: [],
      added: [],
      changed: [],
      sha256: built.sha256,
    });
  });

  it('packet verify finds in the exported ledger that this very packet was built', async () => {
    await runCommand('ledger', 'export', '--out', out('l.ndjson'));
    const verify = (...more: string[]) => runCommand('packet', 'verify', out('p.zip'), ...more);
    const { exitCode, output } = await verify('--ledger', out('l.ndjson'));
    expect([exitCode, output]).toEqual([0, expect.stringContaining('与台账相符')]);
    const lines = (await readFile(out('l.ndjson'), 'utf8')).trimEnd().split('\n');
    await writeFile(out('earlier.ndjson'), `${lines.slice(0, -1).join('\n')}\n`);
    const earlier = await verify('--ledger', out('earlier.ndjson'), '--json');
    expect(earlier.exitCode).toBe(1);
    expect(json(earlier.output)).toMatchObject({
      ok: false,
      ledgerMatch: { position: true, archive: false },
    });
    await writeFile(out('edited.ndjson'), lines.join('\n').replace('packet.built', 'packet.other'));
    const edited = await verify('--ledger', out('edited.ndjson'));
    expect([edited.exitCode, edited.output]).toEqual([1, expect.stringContaining('台账不完整或者被改动')]);
  });

  it('packet verify ends with 1 and says what is wrong', async () => {
    const whole = await readFile(out('p.zip'));
    await writeFile(out('cut.zip'), whole.subarray(0, whole.length - 100));
    const { exitCode, output } = await runCommand('packet', 'verify', out('cut.zip'));
    expect(exitCode).toBe(1);
    expect(output).toContain('压缩包不完整，末尾已缺失');
    expect(json((await runCommand('packet', 'verify', out('cut.zip'), '--json')).output)).toMatchObject({
      ok: false,
    });
  });

  it.each([
    ['packet', 'none.zip', '找不到文件'],
    ['packet', '.', '不是文件'],
    ['ledger', 'none.ndjson', '找不到文件'],
  ])('%s verify of %s is refused', async (command, name, sentence) => {
    const { exitCode, output } = await runCommand(command, 'verify', out(name));
    expect([exitCode, output]).toEqual([2, expect.stringContaining(sentence)]);
  });
});
