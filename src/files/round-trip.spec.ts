import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { haveTool, python, run } from '../../test/support/office.js';
import { templatesFolder } from '../platform/index.js';
import { type DocumentFormat, type DocumentView, renderDocument, TemplateSet } from '../render/index.js';
import { readDocx } from './read-docx.js';
import { readSheet } from './read-sheet.js';

const templates = new TemplateSet(templatesFolder);
const folder = mkdtempSync(join(tmpdir(), 'round-trip-'));

async function written(name: string, format: DocumentFormat): Promise<Buffer> {
  const sample = readFileSync(join(templatesFolder, 'documents', name, 'sample.json'), 'utf8');
  const chunks: Buffer[] = [];
  const view = JSON.parse(sample) as DocumentView;
  for await (const chunk of renderDocument(templates, name, format, view)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const headings = [
  ['一、总体要求', 1],
  ['（一）指导思想', 2],
  ['1.坚持系统推进。', 3],
  ['（1）明确时间表和路线图。', 4],
  ['附表　主要指标', 1],
];

function headingsOf({ paragraphs }: Awaited<ReturnType<typeof readDocx>>): unknown[] {
  return paragraphs.filter(({ level }) => level !== undefined).map(({ text, level }) => [text, level]);
}

describe('what the product writes, it reads', () => {
  it('an official document, with its headings and tables and without its table of contents', async () => {
    const text = await readDocx(await written('official', 'docx'));
    expect(headingsOf(text)).toEqual(headings);
    expect(text.paragraphs[0]).toEqual({ text: '质量强国建设纲要\n上海实施方案', style: 'Title' });
    expect(text.tables[0].rows[1]).toEqual(['全员劳动生产率', '万元/人', '36', '50']);
  });

  it.each([
    ['xlsx', 5],
    ['csv', 0],
  ] as const)('the table of dispositions as %s', async (format, headerRow) => {
    const { rows, errors } = await readSheet(await written('disposition', format), `表.${format}`);
    expect(rows[headerRow].slice(0, 4)).toEqual(['序号', '意见编号', '章条编号', '意见内容']);
    expect(rows[headerRow + 2].slice(0, 3)).toEqual(['2', '2021-0002', '三（四）2']);
    expect(rows[headerRow + 2][3]).toContain(
      '；\n二是明确责任单位。\n<b>=HYPERLINK("http://example.org")</b> & 其他',
    );
    expect(errors).toEqual([]);
  });
});

describe('what other programs write is read', () => {
  it('a document that LibreOffice saved', async () => {
    if (!haveTool('soffice', '--version')) return;
    const original = join(folder, 'official.docx');
    writeFileSync(original, await written('official', 'docx'));
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    run('soffice', [
      '--headless',
      profile,
      '--convert-to',
      'docx:MS Word 2007 XML',
      '--outdir',
      join(folder, 'saved'),
      original,
    ]);
    const text = await readDocx(readFileSync(join(folder, 'saved', 'official.docx')));
    expect(headingsOf(text)).toEqual(headings);
    expect(text.tables[0].rows[2]).toEqual(['制造业产品合格率', '%', '≥95', '≥97']);
  });

  it('a document that python-docx wrote', async () => {
    if (!haveTool(python, '-c', 'import docx')) return;
    const file = join(folder, 'python.docx');
    const script =
      'import sys, docx; d = docx.Document(); d.add_heading("一、现状", 1); d.add_paragraph("正文"); ' +
      'd.add_paragraph("甲", style="List Number"); t = d.add_table(rows=1, cols=2); t.cell(0, 1).text = "乙"; d.save(sys.argv[1])';
    run(python, ['-c', script, file]);
    const { paragraphs, tables } = await readDocx(readFileSync(file));
    expect(paragraphs.map(({ text, level }) => [text, level])).toEqual([
      ['一、现状', 1],
      ['正文', undefined],
      ['1.甲', undefined],
    ]);
    expect(tables[0].rows).toEqual([['', '乙']]);
  });

  it('a workbook that openpyxl wrote', async () => {
    if (!haveTool(python, '-c', 'import openpyxl')) return;
    const file = join(folder, 'python.xlsx');
    const script =
      'import sys, openpyxl, datetime; w = openpyxl.Workbook(); s = w.active; ' +
      's.append(["单位", "日期", "比例"]); s.append(["市统计局", datetime.date(2021, 7, 25), 0.145]); s["C2"].number_format = "0.0%"; w.save(sys.argv[1])';
    run(python, ['-c', script, file]);
    expect((await readSheet(readFileSync(file), 'python.xlsx')).rows).toEqual([
      ['单位', '日期', '比例'],
      ['市统计局', '2021-07-25', '14.5%'],
    ]);
  });
});
