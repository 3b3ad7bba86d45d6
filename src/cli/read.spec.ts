import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from '../../test/support/command-line.js';
import { docxEntries, zipOf } from '../../test/support/office-files.js';

describe('how a file would be taken', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bianzhi-read-'));
  });
  afterAll(() => rm(folder, { recursive: true }));
  const read = async (name: string, bytes: Uint8Array | string, kind: string, ...options: string[]) => {
    const file = join(folder, name);
    await writeFile(file, bytes);
    const { exitCode, output } = await runCommand('read', file, '--as', kind, '--json', ...options);
    return { exitCode, reading: JSON.parse(output) as Record<string, unknown> };
  };

  it('is shown for a draft, clause by clause', async () => {
    const text = '实施方案\n\n一、总体要求\n\n（一）指导思想。坚持质量第一。（责任单位：市市场监管局）\n';
    const { exitCode, reading } = await read('draft.txt', text, 'draft');
    expect([exitCode, reading]).toMatchObject([
      0,
      {
        title: '实施方案',
        clauses: [
          { level: 1, number: '一、', path: '一、', title: '总体要求', text: '总体要求', tables: [] },
          { level: 2, number: '（一）', path: '一、（一）', title: '指导思想', tables: [] },
        ],
        responsibilities: [{ units: ['市市场监管局'], path: '一、（一）' }],
        doubts: [],
        leftOut: [],
      },
    ]);
  });

  it('is shown with its doubts, which are no failure', async () => {
    const { exitCode, reading } = await read(
      'gap.txt',
      '实施方案\n\n一、甲\n\n乙。\n\n三、丙\n\n丁。\n',
      'draft',
    );
    expect([exitCode, reading]).toMatchObject([
      0,
      { doubts: [{ place: '三、', message: expect.stringContaining('编号不连续') }] },
    ]);
  });

  it('is shown for material, for opinions and for units', async () => {
    const docx = zipOf(docxEntries('<w:p><w:r><w:t>一、现状</w:t></w:r></w:p>'));
    expect(await read('m.docx', docx, 'material')).toMatchObject({
      exitCode: 0,
      reading: { indicators: [], tasks: [], leftOut: [], parts: { status: '' } },
    });
    const opinions = '意见内容,提出单位\n建议明确责任单位。,市财政局\n';
    expect(await read('o.csv', opinions, 'opinions')).toMatchObject({
      exitCode: 0,
      reading: { rows: [{ row: 2, content: '建议明确责任单位。', proposer: '市财政局' }], answers: [] },
    });
    const units = '单位全称,简称,类别,联络员邮箱\n某某示例协会,示例协会,行业协会,liaison@example.org\n';
    expect(await read('u.csv', units, 'units')).toMatchObject({
      exitCode: 0,
      reading: { doubts: expect.anything() },
    });
  });

  it('is refused with a sentence when nothing can be read', async () => {
    const { exitCode, reading } = await read('x.docx', Buffer.from('%PDF-1.7\n'), 'draft');
    expect([exitCode, reading]).toMatchObject([2, { refused: true }]);
    expect((await runCommand('read', 'nowhere.docx', '--as', 'draft')).exitCode).toBe(2);
    expect((await runCommand('read', 'nowhere.docx', '--as', 'novel')).exitCode).toBe(2);
  });
});
