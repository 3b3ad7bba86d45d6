import {
  type ConsultationOffice,
  openConsultationOffice,
} from '../../../test/support/consultation-office.js';
import { secretary } from '../../../test/support/test-house.js';
import { readSheet } from '../../files/index.js';
import { LedgerEntry } from '../../ledger/index.js';
import { DispositionTableQuery, returnTable, TryReturnQuery } from '../index.js';

type Fill = Record<string, string>;

describe('a table of dispositions that comes back filled in', () => {
  let office: ConsultationOffice;
  const exported = async (format: 'csv' | 'xlsx') => {
    const chunks: Buffer[] = [];
    const rendered = await office.get(DispositionTableQuery).render(office.compilationId, format);
    for await (const chunk of rendered) chunks.push(chunk);
    return Buffer.concat(chunks);
  };
  /** The exported table with cells changed, by 意见编号 and column. */
  const filled = async (cells: Record<string, Fill>, more: string[][] = []) => {
    const { rows } = await readSheet(await exported('csv'), 'a.csv');
    const [header] = rows;
    for (const row of rows)
      for (const [title, text] of Object.entries(cells[row[1]] ?? {})) row[header.indexOf(title)] = text;
    const lines = [...rows, ...more].map((row) =>
      header.map((_, at) => `"${(row[at] ?? '').replaceAll('"', '""')}"`).join(','),
    );
    return { bytes: Buffer.from(lines.join('\r\n')), fileName: '汇总处理表.csv' };
  };
  const preview = (file: { bytes: Buffer; fileName: string }) =>
    office.get(TryReturnQuery).execute(office.compilationId, file);
  const take = ({ bytes, fileName }: { bytes: Buffer; fileName: string }, skipRefused?: 'true') =>
    office.perform(returnTable, { skipRefused }, secretary, { bytes, name: fileName, mediaType: '' });
  beforeAll(async () => {
    office = await openConsultationOffice();
    for (const content of ['甲。', '乙，\n第二行。', '=丙。', '丁。', '戊。', '己。'])
      await office.receive(content, { clauseLabel: '二、（一）' });
    await office.closeConsultation();
    const { opinions } = await office.page();
    await office.assign(opinions[0].id, opinions[3].id);
    await office.dispose(opinions[3].id, '留作研究', { reason: '另行研究。' });
  }, 60_000);
  afterAll(() => office.close());

  it('changes nothing when it comes back as it went, as workbook or as text', async () => {
    for (const format of ['xlsx', 'csv'] as const) {
      const report = await preview({ bytes: await exported(format), fileName: `表.${format}` });
      expect(report).toMatchObject({
        changes: [],
        refusals: [],
        unchanged: 1,
        blank: 5,
        doubts: [],
        held: false,
      });
    }
  });

  it('says of each row what it changes', async () => {
    const report = await preview(
      await filled({
        '2021-0001': { 处理意见: '采纳', 修改后条款: '二、（一）' },
        '2021-0002': { 处理意见: '不采纳', 理由: '不属于本方案范围。' },
      }),
    );
    expect(report.changes).toEqual([
      expect.objectContaining({
        row: 2,
        number: '2021-0001',
        from: '待处理',
        disposition: '采纳',
        clauseLabel: '二、（一）',
      }),
      expect.objectContaining({
        row: 3,
        number: '2021-0002',
        from: '待分派',
        assigns: true,
        disposition: '不采纳',
      }),
    ]);
    expect([report.refusals, report.blank]).toEqual([[], 3]);
  });

  it.each<[string, Fill]>([
    ['须写明理由', { 处理意见: '不采纳' }],
    ['须在“修改后条款”中写明所改的条款', { 处理意见: '采纳' }],
    ['不在当前修改稿中', { 处理意见: '采纳', 修改后条款: '九、' }],
    ['没有认出', { 处理意见: '酌情' }],
    ['没有写处理意见', { 理由: '另行研究。' }],
    ['意见内容与登记簿不一致', { 处理意见: '留作研究', 理由: '研究。', 意见内容: '被改过的意见。' }],
    ['在导出以后有了变化', { 处理意见: '留作研究', 理由: '研究。', 核对码: '00000000' }],
  ])('refuses a row, and with it the table: %s', async (fault, cells) => {
    const file = await filled({ '2021-0001': cells, '2021-0005': { 处理意见: '留作研究', 理由: '研究。' } });
    const { refusals, changes } = await preview(file);
    expect(refusals).toEqual([{ row: 2, sentence: expect.stringContaining(fault) }]);
    expect(changes).toHaveLength(1);
    await expect(take(file)).rejects.toMatchObject({ code: 'rows-refused' });
    expect((await office.page()).opinions[4].disposition).toBeNull();
  });

  it('refuses numbers that are unknown or stand twice, and what was disposed of before', async () => {
    const twice = await filled(
      {
        '2021-0001': { 处理意见: '留作研究', 理由: '研究。' },
        '2021-0004': { 处理意见: '采纳', 修改后条款: '二、（一）' },
      },
      [
        ['8', '2021-0001', '', '甲。', '', '', '', '留作研究', '研究。'],
        ['9', '2021-0999', '', '甲。', '', '', '', '留作研究', '研究。'],
      ],
    );
    const { refusals, changes } = await preview(twice);
    expect(changes).toEqual([]);
    expect(refusals.map(({ row, sentence }) => `${row} ${sentence}`)).toEqual([
      expect.stringMatching(/^2 .*重复出现/),
      expect.stringMatching(/^5 .*已办理为“留作研究”.*复核人退回/),
      expect.stringMatching(/^8 .*重复出现/),
      expect.stringMatching(/^9 登记簿中没有编号为2021-0999的意见/),
    ]);
  });

  it('is a doubt without its 核对码', async () => {
    const { rows } = await readSheet(await exported('csv'), 'a.csv');
    const text = rows
      .map((row) =>
        row
          .slice(0, 13)
          .map((cell) => `"${cell}"`)
          .join(','),
      )
      .join('\r\n');
    const { doubts, held } = await preview({ bytes: Buffer.from(text), fileName: 'a.csv' });
    expect([held, doubts]).toEqual([
      true,
      [expect.objectContaining({ message: expect.stringContaining('核对码') })],
    ]);
  });

  it('is one act with one entry, and passes over what it cannot do only when told', async () => {
    const before = await office.database.read((reader) => reader.count(LedgerEntry));
    const file = await filled({
      '2021-0001': { 处理意见: '部分采纳', 理由: '吸收前半句。', 修改后条款: '二、（一）提升产品质量。' },
      '2021-0002': { 处理意见: '不采纳', 理由: '不属于本方案范围。' },
      '2021-0003': { 处理意见: '不采纳' },
    });
    expect((await take(file, 'true')).changes).toHaveLength(2);
    const { opinions } = await office.page();
    expect(opinions.slice(0, 3).map(({ disposition, state }) => [disposition, state])).toEqual([
      ['部分采纳', 'disposed'],
      ['不采纳', 'disposed'],
      [null, 'received'],
    ]);
    expect(opinions[1]).toMatchObject({ handler: secretary.id, reason: '不属于本方案范围。' });
    const entries = await office.database.read((reader) =>
      reader.find(LedgerEntry, { order: { seq: 'ASC' } }),
    );
    expect(entries).toHaveLength(before + 1);
    expect(entries.at(-1)).toMatchObject({ type: 'opinions.tableReturned' });
    // The same file again finds that the register has moved on.
    expect((await preview(file)).refusals.map(({ row }) => row)).toEqual([2, 3, 4]);
  });
});
