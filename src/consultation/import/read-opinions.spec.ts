import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { takeOpinions } from '../../../test/support/take-opinions.js';
import { type SheetSketch, workbookOf } from '../../../test/support/workbook.js';
import { type OpinionChoice } from './read-opinions.js';

const folder = new URL('../../../test/fixtures/opinions/', import.meta.url).pathname;
const sent = (name: string, choice?: OpinionChoice) =>
  takeOpinions(readFileSync(join(folder, name)), name, choice);
const filled = (sketch: SheetSketch, choice?: OpinionChoice) =>
  takeOpinions(workbookOf(sketch), '意见.xlsx', choice);
const of = (...pairs: [string, string | null][]) =>
  pairs.map(([content, proposer]) => expect.objectContaining({ content, proposer }) as object);

const header = ['序号', '章条编号', '意见内容', '提出单位'];

describe('a table of opinions', () => {
  it('may have a title and blank rows above its header', async () => {
    const { rows, doubts } = await sent('o02-title-blank.xlsx');
    expect(rows).toEqual([
      {
        row: 5,
        content: '建议明确责任单位。',
        clause: '二、（一）',
        proposer: '市财政局',
        channel: '书面复函',
        receivedOn: '2021-09-06',
      },
    ]);
    expect(doubts).toEqual([]);
  });

  it('spreads cells that are joined downwards', async () => {
    const { rows, doubts } = await sent('o03-vmerge.xlsx');
    const same = { proposer: '市财政局', channel: '书面复函', receivedOn: '2021-09-06' };
    expect(rows).toEqual([
      { row: 2, content: '意见甲。', clause: '二、（一）', ...same },
      { row: 3, content: '意见乙。', clause: '二、（二）', ...same },
      { row: 4, content: '意见丙。', clause: '二、（三）', ...same },
    ]);
    expect(doubts).toEqual([]);
  });

  it('may have a header of two joined rows', async () => {
    const { rows, answers, doubts } = await sent('o04-head2.xlsx');
    expect(rows).toEqual([
      expect.objectContaining({
        row: 3,
        content: '建议明确责任单位。',
        clause: '二、（一）',
        proposer: '市财政局',
      }),
    ]);
    expect([answers, doubts]).toEqual([[], []]);
  });

  it.each(Array.from({ length: 10 }, (_, at) => `o05-head-0${at}.xlsx`))(
    'finds its content however it is headed: %s',
    async (name) => {
      const { rows, doubts } = await sent(name);
      expect(rows).toEqual([expect.objectContaining({ row: 2, content: '建议明确责任单位。' })]);
      expect(doubts).toEqual([]);
    },
  );

  it('has its days as they are written, or a doubt', async () => {
    const { rows, doubts } = await sent('o06-dates.xlsx');
    expect(rows.map(({ receivedOn }) => receivedOn)).toEqual(Array(13).fill('2021-09-06'));
    expect(doubts).toEqual([
      expect.stringContaining('第9行 收到日期“9/6/2021”按2021-09-06读取，也可能是2021-06-09'),
    ]);
  });

  it('has what is hidden taken only when a person says so', async () => {
    const unasked = await sent('o10-hidden.xlsx');
    expect(unasked.rows).toEqual([
      expect.objectContaining({ row: 2, content: '建议明确责任单位。', clause: null }),
    ]);
    expect(unasked.doubts).toHaveLength(2);
    expect(unasked.doubts).toContainEqual(expect.stringContaining('B列 “章条编号”是隐藏的列'));
    expect(unasked.doubts).toContainEqual(expect.stringContaining('第3行 是隐藏（或者被筛选掉）的行'));
    const asked = await sent('o10-hidden.xlsx', { takeHidden: true });
    expect(asked.rows.map(({ row, clause }) => [row, clause])).toEqual([
      [2, '二、（一）'],
      [3, '二、（二）'],
    ]);
    expect(asked.doubts).toEqual([]);
  });

  it('is found behind a cover sheet, which is reported', async () => {
    const { rows, doubts, leftOut } = await sent('o12-coversheet.xlsx');
    expect(rows).toEqual(of(['建议明确责任单位。', '市财政局']));
    expect(doubts).toEqual([]);
    expect(leftOut).toContainEqual(expect.stringContaining('工作表“说明” 没有读入'));
  });

  it('holds answers that are no opinions', async () => {
    const { rows, answers } = await sent('o14-noopinion.xlsx');
    expect(rows).toEqual([]);
    expect(answers).toEqual([
      [2, '市财政局'],
      [3, '市商务委'],
      [4, '市国资委'],
    ]);
  });

  it('may be text in GBK', async () => {
    expect((await sent('o20-gbk.csv')).rows).toEqual(of(['建议明确责任单位。', '市财政局']));
  });
});

describe('a proposer', () => {
  it('that is missing beside others is a doubt, never the public', async () => {
    const sketch = {
      rows: [
        header,
        [1, '', '意见甲。', '市财政局'],
        [2, '', '意见乙。', ''],
        [3, '', '意见丙。', '市商务委'],
      ],
    };
    const { rows, doubts } = await filled(sketch);
    expect(rows).toEqual(of(['意见甲。', '市财政局'], ['意见乙。', null], ['意见丙。', '市商务委']));
    expect(doubts).toEqual([expect.stringMatching(/^第3行 没有写提出单位/)]);
    expect((await filled(sketch, { blankProposer: 'above' })).rows[1].proposer).toBe('市财政局');
    expect((await filled(sketch, { blankProposer: 'public' })).rows[1].proposer).toBe('社会公众');
    expect((await filled(sketch, { leaveOut: new Set([3]) })).rows).toHaveLength(2);
  });

  it('in a hidden column is not the public either', async () => {
    const { rows } = await filled({ rows: [header, [1, '', '意见甲。', '市财政局']], hiddenColumns: [4] });
    expect(rows).toEqual(of(['意见甲。', null]));
  });

  it('above or below the table is that of every row', async () => {
    const above = await filled({
      rows: [
        ['意见反馈表', ''],
        ['填报单位：市财政局', ''],
        ['序号', '意见内容'],
        [1, '意见甲。'],
      ],
    });
    expect(above.rows).toEqual(of(['意见甲。', '市财政局']));
    const below = await filled({
      rows: [
        ['序号', '意见内容', '条款'],
        [1, '意见甲。', ''],
        ['填报单位（盖章）：市财政局', '', ''],
      ],
    });
    expect(below.rows).toEqual(of(['意见甲。', '市财政局']));
  });

  it('in the title is likely, and a doubt', async () => {
    const title = '市财政局关于《实施方案（征求意见稿）》的反馈意见';
    const { rows, doubts } = await filled({
      rows: [
        [title, ''],
        ['序号', '意见内容'],
        [1, '意见甲。'],
      ],
      merges: ['A1:B1'],
    });
    expect(rows).toEqual(of(['意见甲。', '市财政局']));
    expect(doubts).toEqual([expect.stringContaining('按市财政局登记')]);
  });

  it('who is a person of the public is not named', async () => {
    const { rows } = await filled({
      rows: [header, [1, '', '意见甲。', '市民王先生'], [2, '', '意见乙。', '社会公众']],
    });
    expect(rows).toEqual(of(['意见甲。', '社会公众'], ['意见乙。', '社会公众']));
  });
});

describe('what is no opinion', () => {
  it('is left out with its reason: totals, notes, repeated headers, numbered blanks', async () => {
    const { rows, doubts, leftOut } = await filled({
      rows: [
        header,
        ['（1）', '（2）', '（3）', '（4）'],
        [1, '二、（一）', '意见甲。', '市财政局'],
        header,
        [2, '', '意见乙。', '市商务委'],
        [3, '', '', ''],
        [4, '', '', ''],
        ['合计', '', '2条', ''],
        ['注：请逐条填写。', '', '', ''],
        ['填表人：张某', '', '联系电话：12345678', ''],
      ],
    });
    expect(rows).toEqual(of(['意见甲。', '市财政局'], ['意见乙。', '市商务委']));
    expect(doubts).toEqual([]);
    const places = leftOut.map((each) => each.split(' ')[0]);
    expect(places).toEqual(
      expect.arrayContaining(['第2行', '第4行', '第6、7行', '第8行', '第9行', '第10行']),
    );
  });

  it('is a doubt where it may be one: examples, headings of groups, rows without content', async () => {
    const { rows, doubts } = await filled({
      rows: [
        header,
        ['示例', '二、（一）', '建议将……修改为……', '××局'],
        ['一、市级部门', '', '', ''],
        [1, '二、（一）', '意见甲。', '市财政局'],
        [2, '二、（二）', '', '市商务委'],
      ],
      merges: ['A3:D3'],
    });
    expect(rows).toEqual(of(['意见甲。', '市财政局']));
    expect(doubts.map((each) => each.split(' ')[0])).toEqual(['第2行', '第3行', '第5行']);
  });
});

describe('a table that is not understood', () => {
  it('is guessed by what stands in its columns, with a doubt', async () => {
    const { rows, doubts } = await filled({
      rows: [
        ['序号', '甲项', '乙项'],
        [1, '建议进一步明确各区的责任单位和完成时限。', '市财政局'],
        [2, '建议补充中小企业质量提升的扶持措施。', '市商务委'],
      ],
    });
    expect(rows).toEqual(
      of(
        ['建议进一步明确各区的责任单位和完成时限。', '市财政局'],
        ['建议补充中小企业质量提升的扶持措施。', '市商务委'],
      ),
    );
    expect(doubts).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^B列 .*推测为“意见内容”/),
        expect.stringMatching(/^C列/),
      ]),
    );
  });

  it('asks where nothing tells, and takes what a person says', async () => {
    const sketch = {
      rows: [
        ['姓名', '电话'],
        ['张三', '110'],
      ],
    };
    const { rows, doubts } = await filled(sketch);
    expect(rows).toEqual([]);
    expect(doubts).toContainEqual(expect.stringContaining('请指定是哪一列'));
    expect((await filled(sketch, { columns: { content: 0 } })).rows).toEqual(of(['张三', '社会公众']));
  });

  it('may be told its header and columns', async () => {
    const rows = [
      ['甲', '乙', '丙'],
      ['单位意见', '内容', '备注'],
      ['市财政局', '意见甲。', ''],
    ];
    const choice = { headerRow: 2, columns: { content: 1, proposer: 0 } };
    expect((await filled({ rows }, choice)).rows).toEqual(of(['意见甲。', '市财政局']));
  });

  it('has columns that it does not read reported, among them reasons', async () => {
    const { leftOut } = await filled({
      rows: [
        [...header, '修改理由'],
        [1, '', '意见甲。', '市财政局', '口径不一'],
      ],
    });
    expect(leftOut).toContainEqual(expect.stringMatching(/^E列 “修改理由”没有读入/));
    const read = await filled(
      {
        rows: [
          [...header, '修改理由'],
          [1, '', '意见甲。', '市财政局', '口径不一'],
        ],
      },
      { columns: { rationale: 4 } },
    );
    expect(read.rows[0].content).toBe('意见甲。\n理由：口径不一');
  });
});
