import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { convertToPdf, haveTool, python, run } from '../../test/support/office.js';
import { templatesFolder } from '../platform/index.js';
import { renderDocument } from './documents.js';
import { type DocumentView } from './document-stream.js';
import { TemplateSet } from './template-set.js';

const hostile = [
  '<w:p/>&amp;]]>"\'',
  '=HYPERLINK("http://example.org")',
  '甲\u0000\u0001\u000b\ufffe\uffff\ud800乙',
  '𠮷\u{1F600}\u202e逆\u200b隐',
  '第一行\r\n第二行\t列',
  '_x0041_',
  '长'.repeat(33_000),
];
const folder = mkdtempSync(join(tmpdir(), 'office-'));
const file = (format: string) => join(folder, `hostile.${format}`);
const readDocx =
  'import sys, docx; d = docx.Document(sys.argv[1]); print(*[r.cells[3].text for r in d.tables[0].rows], sep="\\x1e")';
const readXlsx =
  'import sys, openpyxl; s = openpyxl.load_workbook(sys.argv[1]).active; ' +
  'print(*[repr((r[3].data_type, r[3].value)) for r in s.iter_rows(min_row=7)], sep="\\x1e")';

beforeAll(async () => {
  const templates = new TemplateSet(templatesFolder);
  const sample = JSON.parse(
    readFileSync(join(templatesFolder, 'documents/disposition/sample.json'), 'utf8'),
  ) as DocumentView;
  const [row] = sample.rows as object[];
  for (const [format, length] of [
    ['docx', 3_000],
    ['xlsx', 33_000],
  ] as const) {
    const rows = hostile.map((text) => ({
      ...row,
      content: text.slice(0, length),
      proposer: text.slice(0, 40),
    }));
    const chunks: Buffer[] = [];
    for await (const chunk of renderDocument(templates, 'disposition', format, { ...sample, rows }))
      chunks.push(chunk);
    writeFileSync(file(format), Buffer.concat(chunks));
  }
});

describe('a table with whatever the public typed', () => {
  it('opens as DOCX in an independent reader, with the text that was typed', () => {
    if (!haveTool(python, '-c', 'import docx')) return;
    const cells = run(python, ['-c', readDocx, file('docx')])
      .trim()
      .split('\x1e');
    expect(cells.slice(1, 6)).toEqual([hostile[0], hostile[1], '甲乙', hostile[3], '第一行\n第二行\t列']);
    expect(cells[7]).toHaveLength(3_000);
  });

  it('opens as XLSX in an independent reader, as text and never as a formula', () => {
    if (!haveTool(python, '-c', 'import openpyxl')) return;
    const cells = run(python, ['-c', readXlsx, file('xlsx')]).split('\x1e');
    expect(cells[1]).toBe(`('s', '=HYPERLINK("http://example.org")')`);
    expect(cells.slice(0, 7).every((cell) => cell.startsWith("('s'"))).toBe(true);
    expect(cells[6]).toContain('内容过长，此处截断');
  });

  it.each(['docx', 'xlsx'])('opens as %s in LibreOffice', (format) => {
    if (!haveTool('soffice', '--version') || !haveTool('pdftotext', '-v')) return;
    const pdf = convertToPdf(file(format), folder);
    expect(run('pdftotext', [pdf, '-']).replace(/\s/g, '')).toContain('征求意见汇总处理表');
  });
});
