import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { templatesFolder } from '../platform/index.js';
import { type DocumentFormat, renderDocument } from './documents.js';
import { type PlainTable } from './plain-table.js';
import { TemplateSet } from './template-set.js';

const templates = new TemplateSet(templatesFolder);
const sample = JSON.parse(
  readFileSync(join(templatesFolder, 'documents/table/sample.json'), 'utf8'),
) as PlainTable;

async function written(format: DocumentFormat, changes: Partial<PlainTable> = {}): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of renderDocument(templates, 'table', format, { ...sample, ...changes }))
    chunks.push(chunk);
  return Buffer.concat(chunks);
}

const partOf = (bytes: Buffer, path: string) => strFromU8(unzipSync(bytes)[path]);

describe('a table as CSV', () => {
  it('begins with a byte-order mark, ends rows with CRLF and keeps line feeds inside cells', async () => {
    const text = (await written('csv', { rows: [{ cells: ['甲\n乙', -1, null] }] })).toString();
    expect(text).toMatch(/^\ufeff"序号","单位"/);
    expect(text.endsWith('"备注"\r\n"甲\n乙",-1,""\r\n')).toBe(true);
  });
});

describe('a table as a workbook', () => {
  it('begins with its header when it has no title, so that it can be imported again', async () => {
    const sheet = partOf(
      await written('xlsx', { head: { ...sample.head, title: null } }),
      'xl/worksheets/sheet1.xml',
    );
    expect(/<row>(.*?)<\/row>/.exec(sheet)?.[1]).toContain('序号');
    expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2"');
  });

  it('is named as the view says, else as its template says', async () => {
    expect(partOf(await written('xlsx'), 'xl/workbook.xml')).toContain('name="报送进度"');
    const properties = { title: '表', createdAt: 0 };
    expect(partOf(await written('xlsx', { properties }), 'xl/workbook.xml')).toContain('name="表1"');
  });
});

describe('an Office file', () => {
  it.each(['docx', 'xlsx'] as const)('is dated with the given instant only: %s', async (format) => {
    const createdAt = Date.UTC(2021, 11, 8, 1);
    const bytes = await written(format, { properties: { title: '表 & 格', createdAt } });
    const core = partOf(bytes, 'docProps/core.xml');
    expect(core.match(/2021-12-08T01:00:00Z/g)).toHaveLength(2);
    expect(core).toContain('<dc:title>表 &amp; 格</dc:title>');
  });

  it('names its content types first, as readers expect', async () => {
    expect(Object.keys(unzipSync(await written('docx')))[0]).toBe('[Content_Types].xml');
  });
});
