import {
  type ConsultationOffice,
  openConsultationOffice,
} from '../../../test/support/consultation-office.js';
import { secretary } from '../../../test/support/test-house.js';
import { findUnits } from '../../directory/index.js';
import { LedgerEntry } from '../../ledger/index.js';
import { type PlainTable, renderXlsx, TemplateSet } from '../../render/index.js';
import { DispositionTableQuery, importOpinions, Opinion, OpinionsQuery, TryOpinionsQuery } from '../index.js';
import { ActRunner, type Sent } from '../../engine/index.js';
import { type OpinionChoice } from './read-opinions.js';

const header = ['序号', '意见内容', '章条编号', '提出单位', '提出者类别', '渠道', '收到日期', '联系方式'];
const csv = (...rows: (string | number)[][]) =>
  Buffer.from([header, ...rows].map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\r\n'));

describe('opinions from a spreadsheet', () => {
  let office: ConsultationOffice;
  const preview = (bytes: Uint8Array, fileName = 'opinions.csv', choice: OpinionChoice = {}) =>
    office.get(TryOpinionsQuery).execute(office.compilationId, { bytes, fileName, choice });
  const take = (
    bytes: Buffer,
    name = 'opinions.csv',
    choice: Sent<typeof importOpinions> = { confirmed: 'true' },
  ) => office.perform(importOpinions, choice, secretary, { bytes, name, mediaType: '' });
  const row = (content: string, cells: Record<string, string> = {}) => {
    const all: Record<string, string> = { 提出者类别: '社会公众', 收到日期: '2021-09-06', ...cells };
    return header.map((title) => (title === '意见内容' ? content : (all[title] ?? '')));
  };
  beforeAll(async () => {
    office = await openConsultationOffice();
    office.clock.moveTo(Date.parse('2021-09-10T09:00:00+08:00'));
  });
  afterAll(() => office.close());

  it('are listed by a dry run that changes nothing', async () => {
    const report = await preview(
      csv(row('甲。', { 章条编号: '二、（一）' }), row('乙。', { 章条编号: '九、' })),
    );
    expect(report).toMatchObject({
      valid: 2,
      errors: [],
      warnings: [{ row: 3, sentence: expect.stringContaining('“九、”不在征求意见稿中') }],
      held: false,
      table: { header: { first: 1, last: 1 } },
      sample: [
        { row: 2, content: '甲。', clause: '二、（一）', proposer: '社会公众', receivedOn: '2021-09-06' },
        { row: 3, content: '乙。' },
      ],
    });
    expect((await office.page()).opinions).toEqual([]);
  });

  it('can be tried like every act, also where they are taken in portions', async () => {
    const who = { compilationId: office.compilationId, actor: secretary };
    const rows = Array.from({ length: 1001 }, (_, index) => row(`第${index + 1}条。`));
    const file = { bytes: csv(...rows), name: 'opinions.csv', mediaType: 'text/csv' };
    const { result } = await office
      .get(ActRunner)
      .preview(importOpinions, who, { confirmed: 'true' }, { file });
    expect(result).toMatchObject({ valid: 1001, first: '2021-0001', last: '2021-1001', already: 0 });
    expect((await office.page()).opinions).toEqual([]);
  });

  it.each([
    ['不在单位名册中', { 提出单位: '某某不存在的东西', 提出者类别: '' }],
    ['提出者类别“外星人”没有认出', { 提出单位: '某某不存在的东西', 提出者类别: '外星人' }],
    ['没有写提出单位', { 提出者类别: '' }],
  ])('name the row and the fault: %s', async (fault, cells) => {
    const { errors } = await preview(csv(row('好的。'), row('甲。', cells)));
    expect(errors).toEqual([{ row: 3, sentence: expect.stringContaining(fault) }]);
  });

  it.each([
    ['渠道“飞鸽传书”没有认出', row('甲。', { 渠道: '飞鸽传书' })],
    ['没有这一天', row('甲。', { 收到日期: '2021-02-30' })],
    ['晚于今天', row('甲。', { 收到日期: '2021-09-11' })],
    ['远早于征求意见开始', row('甲。', { 收到日期: '2012-09-06' })],
    ['没有写意见内容', row('', { 渠道: '网上' })],
  ])('wait for a person where they are doubtful: %s', async (doubt, doubtful) => {
    const file = csv(row('好的。'), doubtful);
    const { errors, doubts, held } = await preview(file);
    expect([errors, held]).toEqual([[], true]);
    expect(doubts).toEqual([expect.objectContaining({ row: 3, message: expect.stringContaining(doubt) })]);
    await expect(take(file, 'opinions.csv', {})).rejects.toMatchObject({ code: 'doubts-unconfirmed' });
    expect((await office.page()).opinions).toEqual([]);
  });

  it('of which one is bad are not taken at all', async () => {
    const refused = take(csv(row('甲。'), row('乙。', { 提出者类别: '' })));
    await expect(refused).rejects.toMatchObject({ code: 'rows-refused', errors: [{ row: 3 }] });
    expect((await office.page()).opinions).toEqual([]);
  });

  it('without the column that matters are asked for it', async () => {
    const file = Buffer.from('姓名,电话\r\n张三,110');
    const { errors, valid } = await preview(file);
    expect([errors, valid]).toEqual([
      [expect.objectContaining({ sentence: expect.stringContaining('请指定是哪一列') })],
      0,
    ]);
    await expect(take(file)).rejects.toMatchObject({ code: 'rows-refused' });
  });

  it('are taken with their unit, clause, channel and day, and once only however often the file is sent', async () => {
    const [unit] = await office.database.read(findUnits);
    const cells = { 提出单位: unit.name, 渠道: '来信', 收到日期: '2021年9月5日', 章条编号: '二(一)' };
    const file = csv(row('补充指标。', cells), row('公众意见。', { 联系方式: '13800000000' }));
    expect(await take(file)).toMatchObject({ valid: 2, first: '2021-0001', last: '2021-0002' });
    expect(await take(file)).toMatchObject({ first: '2021-0001', last: '2021-0002', already: 2 });
    const { opinions } = await office.page();
    expect(opinions).toHaveLength(2);
    expect(opinions[0]).toMatchObject({
      unitId: unit.id,
      category: '征求意见单位',
      channel: '信函',
      clauseLabel: '二、（一）',
      receivedAt: Date.parse('2021-09-05T00:00:00+08:00'),
    });
    const entries = await office.database.read((reader) => reader.find(LedgerEntry));
    expect(JSON.stringify(entries)).not.toContain('13800000000');
  });

  it('in columns that a person explained are understood the next time', async () => {
    const rows = (content: string) => Buffer.from(`甲,乙\r\n${content},x\r\n`);
    expect((await preview(rows('意见一。'))).valid).toBe(0);
    await take(rows('意见一。'), 'a.csv', { columns: 'content=A', confirmed: 'true' });
    const { valid, table } = await preview(rows('意见二。'));
    expect([valid, table.columns[0]]).toMatchObject([1, { field: 'content', known: 'remembered' }]);
  });

  it('in a workbook are read like those in text', async () => {
    const view: PlainTable = {
      properties: { title: '意见', createdAt: office.clock.now() },
      head: { title: null, note: '', columns: header.map((title) => ({ title, width: 20 })) },
      rows: [{ cells: row('工作簿里的意见。', { 提出者类别: '企业', 提出单位: '示例精密仪器有限公司' }) }],
      tail: { notes: [] },
    };
    const chunks: Buffer[] = [];
    for await (const chunk of renderXlsx(office.get(TemplateSet), 'table', view)) chunks.push(chunk);
    await take(Buffer.concat(chunks), 'opinions.xlsx');
    const { opinions } = await office.page();
    expect(opinions.at(-1)).toMatchObject({ organisation: '示例精密仪器有限公司', category: '企业' });
  });
});

describe('ten thousand opinions', () => {
  it('are imported in acts of a thousand, numbered without gaps, and come out again in the table', async () => {
    const office = await openConsultationOffice();
    const rows = Array.from({ length: 10_000 }, (_, index) => [
      index + 1,
      `第${index + 1}条：建议完善质量监管体系。`,
      '',
      '',
      '社会公众',
      '网上',
      '2021-08-31',
      '',
    ]);
    const file = { bytes: csv(...rows), name: 'ten-thousand.csv', mediaType: 'text/csv' };
    const imported = await office.perform(importOpinions, {}, secretary, file);
    expect(imported).toMatchObject({ valid: 10_000, first: '2021-0001', last: '2021-10000' });
    const read = office.database.read.bind(office.database);
    expect(await read((reader) => reader.maximum(Opinion, 'sequence', {}))).toBe(10_000);
    const acts = await read((reader) => reader.countBy(LedgerEntry, { type: 'opinions.imported' }));
    expect(acts).toBe(10);
    const { states } = await office.get(OpinionsQuery).counts(office.compilationId);
    expect(states).toMatchObject({ total: 10_000, unassigned: 10_000 });
    let lines = 0;
    for await (const chunk of await office.get(DispositionTableQuery).render(office.compilationId, 'csv'))
      lines += chunk.toString().split('\r\n').length - 1;
    expect(lines).toBe(10_001);
    await office.close();
  }, 240_000);
});
