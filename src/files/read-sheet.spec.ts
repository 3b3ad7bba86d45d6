import { xlsxEntries, zipOf } from '../../test/support/office-files.js';
import { readSheet } from './read-sheet.js';

const csv = (text: string) => readSheet(Buffer.from(text), '意见.csv');
const xlsx = (sheetData: string, parts?: Parameters<typeof xlsxEntries>[1], sheet?: string) =>
  readSheet(zipOf(xlsxEntries(sheetData, parts)), '意见.xlsx', sheet);
const inline = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
/** GB18030 for 单位,意见 and a line feed, then 市统计局,同意. */
const gb18030 = Buffer.from('b5a5cebb2cd2e2bcfb0acad0cdb3bcc6bed62ccdacd2e2', 'hex');

describe('a CSV file', () => {
  it('is read with quotes, commas, line breaks and doubled quotes inside a cell', async () => {
    const { rows, errors } = await csv(
      '单位,意见\r\n市统计局,"第一行\r\n第二行，""引用"", 完"\r\n市商务委,\r\n',
    );
    expect(rows).toEqual([['单位', '意见'], ['市统计局', '第一行\n第二行，"引用", 完'], ['市商务委']]);
    expect(errors).toEqual([]);
  });

  it('may be UTF-8 with or without mark, UTF-16 or GB18030', async () => {
    const table = [
      ['单位', '意见'],
      ['市统计局', '同意'],
    ];
    const text = '单位,意见\n市统计局,同意';
    const encoded = [
      Buffer.from(text),
      Buffer.from(`\ufeff${text}`),
      Buffer.concat([Buffer.from('fffe', 'hex'), Buffer.from(text, 'utf16le')]),
      gb18030,
    ];
    for (const bytes of encoded) expect((await readSheet(bytes, 'a.csv')).rows).toEqual(table);
  });

  it('may be separated by tabs, and lines may end with CR', async () => {
    expect((await csv('甲\t乙\r1\t2,3')).rows).toEqual([
      ['甲', '乙'],
      ['1', '2,3'],
    ]);
  });

  it('keeps empty rows so that row numbers agree with the file', async () => {
    expect((await csv('a\n\nb')).rows).toEqual([['a'], [], ['b']]);
  });

  it('has an error for the row with a cell of a million characters, and the other rows', async () => {
    const { rows, errors } = await csv(`a,b\n1,${'长'.repeat(1_000_000)}\n2,c`);
    expect(rows).toEqual([
      ['a', 'b'],
      ['1', ''],
      ['2', 'c'],
    ]);
    expect(errors).toEqual([{ row: 2, sentence: expect.stringContaining('第2行第2列超过32767字') }]);
  });

  it('has an error for a row with more than 200 columns and for a quote without its pair', async () => {
    const { rows, errors } = await csv(`${Array.from({ length: 300 }, () => 'x').join(',')}\n"未完`);
    expect(rows[0]).toHaveLength(200);
    expect(errors.map(({ row, sentence }) => [row, sentence.slice(0, 12)])).toEqual([
      [1, '第1行超过200列，多出'],
      [2, '第2行第1列的引号没有配'],
    ]);
  });

  it('is refused above 200000 rows and when its encoding is unknown', async () => {
    await expect(csv('x\n'.repeat(200_001))).rejects.toMatchObject({ fault: 'too-many-rows' });
    await expect(readSheet(Buffer.from('ffff8080', 'hex'), 'a.csv')).rejects.toMatchObject({
      fault: 'unknown-encoding',
    });
  });
});

describe('a workbook', () => {
  it('is read from shared and inline strings, with the position of each cell', async () => {
    const strings =
      '<si><t>单位</t></si><si><r><t>市</t></r><r><t>统计局</t></r><rPh><t>pinyin</t></rPh></si>';
    const data = `<row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="inlineStr"><is><t>意见</t></is></c></row><row r="4"><c r="B4" t="s"><v>1</v></c></row>`;
    const { name, rows } = await xlsx(data, { strings });
    expect(name).toBe('意见');
    expect(rows).toEqual([[], ['单位', '', '意见'], [], ['', '市统计局']]);
  });

  it('is read without positions, as some writers leave them out', async () => {
    expect((await xlsx(`<row>${inline('a')}${inline('b')}</row><row>${inline('c')}</row>`)).rows).toEqual([
      ['a', 'b'],
      ['c'],
    ]);
  });

  it('shows numbers, percentages, dates, truth values and saved results as a reader sees them', async () => {
    const styles = `<numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="177" formatCode="0.00%"/><numFmt numFmtId="178" formatCode="#,##0.00&quot;天&quot;"/></numFmts>
      <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/><xf numFmtId="177"/><xf numFmtId="22"/><xf numFmtId="178"/></cellXfs>`;
    const cells = [
      '<c><v>36.799999999999997</v></c>',
      '<c s="1"><v>44402</v></c>',
      '<c s="2"><v>44402</v></c>',
      '<c s="3"><v>0.14000000000000001</v></c>',
    ];
    const more = [
      '<c s="4"><v>44402.375</v></c>',
      '<c s="5"><v>3</v></c>',
      '<c t="b"><v>1</v></c>',
      '<c t="str"><f>A1&amp;"x"</f><v>甲x</v></c>',
      '<c><v>64220000</v></c>',
    ];
    expect((await xlsx(`<row>${[...cells, ...more].join('')}</row>`, { styles })).rows[0]).toEqual([
      '36.8',
      '2021-07-25',
      '2021-07-25',
      '14%',
      '2021-07-25 09:00',
      '3',
      '是',
      '甲x',
      '64220000',
    ]);
  });

  it('takes the named sheet, else the first that is not hidden', async () => {
    const workbook =
      '<sheets><sheet name="隐藏" state="hidden" sheetId="1" r:id="none"/><sheet name="意见" sheetId="2" r:id="worksheet1"/></sheets>';
    const data = `<row>${inline('a')}</row>`;
    expect((await xlsx(data, { workbook })).name).toBe('意见');
    expect((await xlsx(data, { workbook }, '意见')).rows).toEqual([['a']]);
    await expect(xlsx(data, { workbook }, '其他')).rejects.toMatchObject({ fault: 'sheet-not-found' });
  });

  it('turns escaped characters of a string back', async () => {
    expect((await xlsx(`<row>${inline('一_x000D_\n二')}</row>`)).rows).toEqual([['一\n二']]);
  });

  it('has an error for the row with a cell of a million characters or beyond the last column', async () => {
    const data = `<row r="1">${inline('长'.repeat(1_000_000))}<c r="XFD1" t="inlineStr"><is><t>远</t></is></c></row>`;
    const { rows, errors } = await xlsx(data);
    expect(rows).toEqual([['']]);
    expect(errors.map(({ row }) => row)).toEqual([1, 1]);
  });

  it('is refused when a row stands beyond 200000', async () => {
    await expect(xlsx(`<row r="1048576">${inline('远')}</row>`)).rejects.toMatchObject({
      fault: 'too-many-rows',
    });
  });

  it.each([
    ['an old .xls', 'old-excel-format', Buffer.from('d0cf11e0a1b11ae10000', 'hex')],
    ['a PDF', 'pdf-not-sheet', Buffer.from('%PDF-1.7')],
    ['a workbook with macros', 'file-has-macros', zipOf({ ...xlsxEntries(''), 'xl/vbaProject.bin': 'x' })],
    ['nothing', 'file-empty', new Uint8Array()],
  ])('is refused for %s', async (_, fault, bytes) => {
    await expect(readSheet(bytes, '意见.xlsx')).rejects.toMatchObject({ fault });
  });
});
