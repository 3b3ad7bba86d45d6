import { readFile } from 'node:fs/promises';
import { amountsOf, type Indicator } from '../content/index.js';
import { type MaterialFileReading, readMaterialFile } from './read-material-file.js';

const folder = new URL('../../../test/fixtures/materials/', import.meta.url);
const readCase = async (name: string): Promise<MaterialFileReading> =>
  readMaterialFile('industry', await readFile(new URL(`${name}.docx`, folder)));
const amounts = (indicator: Indicator) => {
  const { value2025, value2035 } = amountsOf(indicator);
  return [value2025, value2035].map((amount) => amount && [amount.comparator, amount.value ?? amount.kind]);
};

describe('a table of indicators with the values that units write', () => {
  let read: MaterialFileReading;
  beforeAll(async () => {
    read = await readCase('m01-values');
  });

  test.each<[string, unknown]>([
    [
      '合格率',
      [
        ['≥', 85],
        ['≥', 90],
      ],
    ],
    [
      '首席质量官',
      [
        ['', 20_000],
        ['', 35_000],
      ],
    ],
    [
      '劳动生产率',
      [
        ['', 'growth'],
        ['', 'growth'],
      ],
    ],
    [
      '普及率',
      [
        ['', 60],
        ['', 75],
      ],
    ],
    [
      '能耗降低率',
      [
        ['', 'growth'],
        ['', 'qualitative'],
      ],
    ],
    [
      'R&D',
      [
        ['≈', 4.5],
        ['', 5],
      ],
    ],
    [
      '区间',
      [
        ['', 'range'],
        ['', 'range'],
      ],
    ],
    [
      '千分',
      [
        ['', 1500],
        ['', 2000],
      ],
    ],
    [
      '小于',
      [
        ['<', 2.5],
        ['<', 1],
      ],
    ],
    [
      '约',
      [
        ['≈', 200],
        ['≥', 400],
      ],
    ],
    [
      '定性',
      [
        ['', 'qualitative'],
        ['', 'qualitative'],
      ],
    ],
    [
      '负数',
      [
        ['', -5],
        ['', -8],
      ],
    ],
    [
      '万亿',
      [
        ['', 5e12],
        ['', 1e13],
      ],
    ],
    [
      '比例',
      [
        ['', 'ratio'],
        ['', 'ratio'],
      ],
    ],
    [
      '分数',
      [
        ['', 2],
        ['', 1],
      ],
    ],
    [
      '累计',
      [
        ['', 50],
        ['≥', 100],
      ],
    ],
    [
      '不低于',
      [
        ['≥', 85],
        ['≥', 90],
      ],
    ],
    [
      '翻番',
      [
        ['', 'growth'],
        ['', 'growth'],
      ],
    ],
  ])('gives %s with its comparator, or as it is written', (name, expected) => {
    const indicator = read.content.indicators.find((row) => row.name === name);
    expect(indicator && amounts(indicator)).toEqual(expected);
  });

  test('gives eighteen of them and keeps what is no number word for word', () => {
    expect(read.content.indicators).toHaveLength(18);
    expect(read.content.indicators[2]).toMatchObject({ value2025: '提高3个百分点', unit: '万元/人' });
    expect(read.content.indicators[10]).toMatchObject({ value2025: '更加完善', value2035: '全面建成' });
  });
});

describe('targets that do not stand in two columns', () => {
  test.each<[string, string, unknown]>([
    [
      'm02-onecol',
      '合格率',
      [
        ['', 60],
        ['', 75],
      ],
    ],
    [
      'm05-head3',
      '合格率',
      [
        ['', 85],
        ['', 90],
      ],
    ],
    [
      'm08-words',
      '合格率',
      [
        ['', 85],
        ['', 90],
      ],
    ],
    [
      'm12-text',
      '产品合格率',
      [
        ['≥', 60],
        ['≥', 75],
      ],
    ],
  ])('are read from %s', async (file, name, expected) => {
    const { content } = await readCase(file);
    expect(content.indicators.map((indicator) => [indicator.name, amounts(indicator)])).toEqual([
      [name, expected],
    ]);
  });

  test('are read from a table whose years stand one below the other', async () => {
    const { content } = await readCase('m07-transposed');
    expect(
      content.indicators.map((indicator) => [indicator.name, indicator.unit, amounts(indicator)]),
    ).toEqual([
      [
        '合格率',
        '%',
        [
          ['', 85],
          ['', 90],
        ],
      ],
      [
        '抽检率',
        '%',
        [
          ['', 70],
          ['', 80],
        ],
      ],
    ]);
  });

  test('are doubts that quote the sentence they were read from', async () => {
    const { doubts } = await readCase('m12-text');
    expect(doubts).toContainEqual({
      place: '第8段',
      message: '从正文读出指标“产品合格率”2035年“达到75%以上”，请核对',
    });
  });
});

test('a remark and a sum below the indicators are none, and are told', async () => {
  const { content, leftOut } = await readCase('m10-notes');
  expect(content.indicators).toHaveLength(1);
  expect(leftOut.map(({ place }) => place)).toEqual(expect.arrayContaining(['表1第3行', '表1第4行']));
});

test('a row deleted under tracked changes is no indicator, and the changes are told', async () => {
  const { content, doubts } = await readCase('m19-deletedrow');
  expect(content.indicators.map(({ name }) => name)).toEqual(['合格率']);
  expect(doubts.map(({ message }) => message).join()).toMatch(/修订/);
});

test('a table of tasks is known by 完成时限 and 路线图', async () => {
  const { content } = await readCase('m14-tasks');
  expect(content.tasks).toEqual([
    expect.objectContaining({
      title: '质量攻关',
      timetable: '2022—2025年',
      milestones: [
        { by: '2022', result: '启动' },
        { by: '2023-06', result: '中期评估' },
        { by: '2025-12-31', result: '完成' },
      ],
    }),
  ]);
});

test('重点工作 and 保障措施 belong to 任务与举措, and 目标 ends before them', async () => {
  const { content } = await readCase('m15-heads');
  expect(content.parts).toMatchObject({
    currentState: '现状。',
    shortcomings: '问题。',
    goals: '目标。',
    measures: '工作。\n保障。',
  });
});
