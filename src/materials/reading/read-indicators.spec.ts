import { Findings } from './findings.js';
import { readIndicators } from './read-indicators.js';

const read = (table: string[][]) => {
  const findings = new Findings();
  const indicators = readIndicators(table, '表1', findings) ?? [];
  const rows = indicators.map(({ name, unit, baseline, value2025, value2035 }) =>
    [name, unit, baseline, value2025, value2035].join('|'),
  );
  return { rows, doubts: findings.doubts.map(({ message }) => message), leftOut: findings.leftOut };
};

describe('the columns of a table of indicators', () => {
  test.each<[string, string[][], string[]]>([
    [
      '上限 and 下限 are the ends of one range, never the base value',
      [
        ['指标', '单位', '2025年上限', '2025年下限', '2035年下限', '2035年上限'],
        ['合格率', '%', '90', '85', '92', '95'],
      ],
      ['合格率|%||85—90|92—95'],
    ],
    [
      '上限 and 下限 stand under the year that spans both',
      [
        ['指标', '2025年', '', '2035年', ''],
        ['', '下限', '上限', '下限', '上限'],
        ['合格率', '85', '90', '92', '95'],
      ],
      ['合格率|||85—90|92—95'],
    ],
    [
      'one end alone bounds the value',
      [
        ['指标', '2025年下限', '2035年下限'],
        ['合格率', '85%', '92%'],
      ],
      ['合格率|%||≥85%|≥92%'],
    ],
    [
      'the base is the latest past year',
      [
        ['指标名称', '2019年', '2020年', '2025年', '2035年'],
        ['合格率', '80', '84', '85', '90'],
      ],
      ['合格率||84|85|90'],
    ],
    [
      'a kind of indicator is not its name',
      [
        ['指标类别', '指标名称', '属性', '计量单位', '现状值', '2025年目标值', '2035年目标值'],
        ['质量效益', '合格率', '预期性', '%', '84', '85', '90'],
      ],
      ['合格率|%|84|85|90'],
    ],
    [
      'a title and a unit may stand above the head',
      [
        ['2025年和2035年主要指标表', '', ''],
        ['单位：亿元', '', ''],
        ['指标', '2025年', '2035年'],
        ['增加值', '500', '900'],
      ],
      ['增加值|亿元||500|900'],
    ],
    [
      'both years may share a column',
      [
        ['指标', '2025年/2035年目标'],
        ['合格率', '85%/90%'],
        ['覆盖率', '2025年达到60%；2035年达到75%以上'],
      ],
      ['合格率|%||85%|90%', '覆盖率|%||达到60%|达到75%以上'],
    ],
    [
      'years are written in words',
      [
        ['指标', '“十三五”末', '“十四五”期末', '二〇三五年'],
        ['合格率', '80', '85', '90'],
      ],
      ['合格率||80|85|90'],
    ],
    [
      'a unit stands in brackets behind the name, 预期性 does not',
      [
        ['指标', '2025年', '2035年'],
        ['劳动生产率（万元/人）', '36', '50'],
        ['竞争力指数（预期性）', '94', '96'],
      ],
      ['劳动生产率|万元/人||36|50', '竞争力指数（预期性）|||94|96'],
    ],
    [
      'years stand one below the other, with an empty corner',
      [
        ['', '合格率（%）', '抽检率（%）'],
        ['2020年', '84', '60'],
        ['2025年', '85', '70'],
        ['2035年', '90', '80'],
      ],
      ['合格率|%|84|85|90', '抽检率|%|60|70|80'],
    ],
  ])('%s', (_, table, rows) => {
    expect(read(table).rows).toEqual(rows);
  });

  test('that are not taken are told with what they hold', () => {
    const { leftOut } = read([
      ['序号', '指标', '2025年', '2030年', '2035年', '责任部门'],
      ['1', '合格率', '85', '88', '90', '质量处'],
    ]);
    expect(leftOut).toEqual([
      { place: '表1', what: '“2030年”一栏：88' },
      { place: '表1', what: '“责任部门”一栏：质量处' },
    ]);
  });

  test('that state one year twice are a doubt that quotes both', () => {
    const { rows, doubts } = read([
      ['指标', '2025年基本目标', '2025年力争目标', '2035年'],
      ['合格率', '85', '88', '90'],
    ]);
    expect(rows).toEqual(['合格率||' + '|85|90']);
    expect(doubts).toEqual(['2025年有不止一栏：“85”、“88”，读入第一个，请核对']);
  });
});

describe('the rows of a table of indicators', () => {
  const head = ['序号', '指标', '单位', '2025年', '2035年'];

  test.each([
    ['注：数据为推演数据。', '', '', '', ''],
    ['备注', '口径以统计部门为准', '', '', ''],
    ['资料来源：市统计局', '', '', '', ''],
    ['', '合计', '项', '3', '5'],
    ['', '小计', '', '', ''],
    ['一、质量效益', '', '', '', ''],
    ['*带星号的为约束性指标', '', '', '', ''],
  ])('leave out what is no indicator: %s%s', (...row) => {
    const { rows, leftOut } = read([head, ['1', '合格率', '%', '85', '90'], row]);
    expect(rows).toEqual(['合格率|%||85|90']);
    expect(leftOut).toHaveLength(1);
    expect(leftOut[0].place).toBe('表1第3行');
  });

  test('keep what only has a name like one of them', () => {
    const { rows } = read([head, ['1', '累计', '项', '50', '100'], ['2', '注册质量工程师', '人', '5', '9']]);
    expect(rows).toEqual(['累计|项||50|100', '注册质量工程师|人||5|9']);
  });

  test('do not repeat the head of the page before', () => {
    expect(read([head, ['1', '甲率', '%', '1', '2'], head, ['2', '乙率', '%', '3', '4']]).rows).toHaveLength(
      2,
    );
  });

  test('with figures that were not understood are doubts that quote them', () => {
    expect(read([head, ['1', '合格率', '%', '85%以上，力争90%', '待定']]).doubts).toEqual([
      '指标“合格率”的2025年目标“85%以上，力争90%”没有读出数值，按原文保留',
      '指标“合格率”的2035年目标“待定”没有写明目标',
    ]);
  });
});
