import { readDocx } from '../../files/index.js';
import { readTableText, templatesFolder } from '../../platform/index.js';
import { renderDocument, TemplateSet } from '../../render/index.js';
import { tableRows } from './draft-table.js';

const templates = new TemplateSet(templatesFolder);
const table = [
  '| 指标 | 目标 | < |',
  '| ^ | 2025年 | 2035年 |',
  '| 合格率 | ≥95% | ≥97% |',
  '| ^ | 不设 | < |',
].join('\n');

async function printed(text: string, format: 'docx' | 'html'): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  const view = {
    properties: { title: '报批稿', createdAt: 0 },
    head: { title: '报批稿' },
    rows: tableRows(readTableText(text)!),
    tail: { landscape: false },
  };
  for await (const chunk of renderDocument(templates, 'official', format, view))
    chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

describe('a table of a draft in the packet', () => {
  it('has in Word the cells merged that are merged in the text: read back it is the same table', async () => {
    const [{ rows, merged }] = (await readDocx(await printed(table, 'docx'))).tables;
    expect(rows).toEqual([
      ['指标', '目标', ''],
      ['', '2025年', '2035年'],
      ['合格率', '≥95%', '≥97%'],
      ['', '不设', ''],
    ]);
    expect(merged).toEqual([
      { row: 0, column: 2, continues: 'left' },
      { row: 1, column: 0, continues: 'above' },
      { row: 3, column: 0, continues: 'above' },
      { row: 3, column: 2, continues: 'left' },
    ]);
  });

  it('has them merged in HTML', async () => {
    const html = (await printed(table, 'html')).toString('utf8');
    expect(html).toContain('<th colspan="1" rowspan="2">指标</th><th colspan="2" rowspan="1">目标</th>');
    expect(html).toContain('<td colspan="1" rowspan="2">合格率</td>');
  });

  it('repeats as its head the rows into which the first one reaches, and never the whole table', () => {
    const headRowsOf = (text: string) =>
      tableRows(readTableText(text)!).filter((row) => row.kind === 'grid-row' && row.head).length;
    expect(headRowsOf(table)).toBe(2);
    expect(headRowsOf('| 甲 | 乙 |\n| 丙 | 丁 |')).toBe(1);
    expect(headRowsOf('| 甲 | 乙 |\n| ^ | 丁 |')).toBe(1);
  });
});
