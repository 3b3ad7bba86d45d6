import { Writable } from 'node:stream';
import {
  type ConsultationOffice,
  openConsultationOffice,
} from '../../../test/support/consultation-office.js';
import { readDocx, readSheet } from '../../files/index.js';
import { type DocumentFormat } from '../../render/index.js';
import { DispositionTableQuery, splitOpinion, UnitSummaryQuery } from '../index.js';

const header = ['序号', '意见编号', '章条编号', '意见内容', '提出单位', '渠道', '类别', '处理意见'];
const hostile = '=HYPERLINK("http://example.org") <script>\u0007 & "引号"，𠮷野家\n第二行';

describe('征求意见汇总处理表', () => {
  let office: ConsultationOffice;
  const table = () => office.get(DispositionTableQuery);
  const bytes = async (format: DocumentFormat, options = {}): Promise<Buffer> => {
    const chunks: Buffer[] = [];
    const sink = new Writable({
      write(chunk: Buffer, _encoding, done) {
        chunks.push(chunk);
        done();
      },
    });
    await table().write(office.compilationId, format, sink, options);
    return Buffer.concat(chunks);
  };
  const tail = async (options = {}) => {
    const view = await table().view(office.compilationId, options);
    const rows = [];
    for await (const row of view.rows) rows.push(row as Record<string, unknown>);
    return { rows, tail: await (view.tail as () => Promise<Record<string, unknown>>)() };
  };
  beforeAll(async () => {
    office = await openConsultationOffice();
  });
  afterAll(() => office.close());

  it('without any opinion says that none came', async () => {
    expect((await bytes('html')).toString()).toContain('未收到意见反馈。');
    expect((await tail()).tail).toMatchObject({ noOpinions: true, total: 0, difference: 0 });
  });

  it('has one row per opinion, the parts of a letter instead of the letter', async () => {
    await office.receive('被采纳的意见。', { clauseLabel: '二、（一）' });
    const proposer = { category: '企业' as const, organisation: '示例精密仪器有限公司' };
    const letter = await office.register('两点。', { channel: '信函', proposer });
    const parts = [{ content: hostile }, { content: '乙。' }];
    const split = { opinionId: letter.id, revision: 1, parts };
    await office.perform(splitOpinion, split);
    const { rows } = await tail();
    expect(rows.map((row) => [row.sequence, row.number, row.proposer, row.remark])).toEqual([
      [1, '2021-0001', '社会公众', ''],
      [2, '2021-0002-1', '示例精密仪器有限公司', '由2021-0002拆分'],
      [3, '2021-0002-2', '示例精密仪器有限公司', '由2021-0002拆分'],
    ]);
  });

  it('shows by how much the dispositions fall short of the register', async () => {
    expect((await tail()).tail).toMatchObject({ total: 3, adopted: 0, difference: 3 });
    expect((await bytes('html')).toString()).toContain('不符（差额3条）');
  });

  it('agrees with the register once everything is disposed of, and shows the clause as it reads now', async () => {
    await office.closeConsultation();
    const { opinions } = await office.page();
    const { clauseId } = (await office.workingClauses())[4];
    await office.assign(...opinions.map(({ id }) => id));
    await office.dispose(opinions[0].id, '采纳', { changedClauseId: clauseId });
    await office.dispose(opinions[1].id, '不采纳', { reason: '不属于本方案范围。' });
    await office.dispose(opinions[2].id, '留作研究', { reason: '另行研究。' });
    const { rows, tail: last } = await tail();
    expect(last).toMatchObject({ total: 3, adopted: 1, notAdopted: 1, keptForStudy: 1, difference: 0 });
    expect(rows[0].revisedClause).toBe('二、（一）提升产品质量（文字未改）');
    expect(rows[1].revisedClause).toBe('');
    expect((await bytes('html')).toString()).toContain('相符');
  });

  it('marks late opinions', async () => {
    await office.receive('迟到的意见。');
    expect((await tail()).rows[3].remark).toBe('逾期意见');
  });

  it('leaves out what was registered after the position it is pinned to', async () => {
    const before = (await office.page()).opinions[2].registeredSeq;
    expect((await tail({ upToSeq: before })).tail).toMatchObject({ total: 3, difference: 0 });
  });

  it('pinned to an instant is the same file, byte for byte', async () => {
    const asOf = Date.parse('2021-10-11T09:00:00+08:00');
    for (const format of ['docx', 'xlsx', 'csv', 'html'] as const) {
      const first = await bytes(format, { asOf });
      expect(first.equals(await bytes(format, { asOf }))).toBe(true);
    }
  });

  it('as workbook and as text holds the same cells, no formula among them', async () => {
    const workbook = await readSheet(await bytes('xlsx'), 'table.xlsx');
    const text = await readSheet(await bytes('csv'), 'table.csv');
    const start = workbook.rows.findIndex((cells) => cells[0] === '序号');
    expect(workbook.rows[start].slice(0, 8)).toEqual(header);
    expect(text.rows[0].slice(0, 8)).toEqual(header);
    expect(workbook.rows[start + 2][3]).toContain(
      '=HYPERLINK("http://example.org") <script> & "引号"，𠮷野家',
    );
    expect(text.rows[2][3]).toMatch(/^'=HYPERLINK/);
  });

  it('as a Word document has the header on every page and every opinion', async () => {
    const { tables } = await readDocx(await bytes('docx'));
    expect(tables[0].rows).toHaveLength(5);
    expect(tables[0].rows[4].join()).toContain('迟到的意见。');
  });

  it('by unit is a table of its own', async () => {
    const chunks: Buffer[] = [];
    for await (const chunk of await office.get(UnitSummaryQuery).render(office.compilationId, 'xlsx'))
      chunks.push(chunk);
    const { rows } = await readSheet(Buffer.concat(chunks), 'units.xlsx');
    expect(rows[0][0]).toContain('按单位汇总');
  });
});
