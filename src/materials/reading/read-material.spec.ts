import { fitContent } from './fit-content.js';
import { type Paragraph } from './headings.js';
import { readMaterial } from './read-material.js';

const lines = (...texts: string[]): Paragraph[] => texts.map((text) => ({ text, style: 'Normal' }));
const styled = (level: number, text: string): Paragraph => ({ text, style: `heading ${level}`, level });
const read = (paragraphs: Paragraph[], tables: string[][][] = []) => {
  const { content, doubts, leftOut } = readMaterial('industry', {
    paragraphs,
    tables: tables.map((rows) => ({ rows })),
  });
  const notes = doubts.map(({ message }) => message);
  return { ...fitContent(content).content, notes, doubts, leftOut };
};
const indicatorTable = [
  ['序号', '指标名称', '单位', '2020年', '2025年', '2035年', '数据来源'],
  ['1', '制造业产品质量合格率', '%', '93.6', '≥95', '97％', '市统计年鉴'],
  ['2', '全员劳动生产率（万元/人）', '', '28', '36', '50', '市统计局'],
  ['', '', '', '', '', '', ''],
];

describe('the four parts of an uploaded document', () => {
  test('begin at 一、二、三、四、, and everything between belongs to them', () => {
    const { parts, notes } = read(
      lines(
        '某行业质量发展材料',
        '一、质量发展现状',
        '总体扎实。',
        '（一）主要成效',
        '成效明显。',
        '二、存在的主要问题和不足',
        '三、发展目标',
        '到2025年进入前列。',
        '四、主要任务与举措',
        '建设平台。',
      ),
      [indicatorTable],
    );
    expect(parts).toMatchObject({
      currentState: '总体扎实。\n（一）主要成效\n成效明显。',
      shortcomings: '',
      goals: '到2025年进入前列。',
      measures: '建设平台。',
    });
    expect(notes).toEqual(['“存在问题和不足”部分没有文字']);
  });

  test.each<[string, Paragraph[]]>([
    ['heading styles', ['基本情况', '短板与差距', '目标指标', '对策措施'].map((title) => styled(1, title))],
    [
      'a second level below a title of the first',
      [styled(1, '质量强业材料'), ...['现状', '问题', '目标', '举措'].map((title) => styled(2, title))],
    ],
    ['bare titles alone on a line', lines('现状', '存在问题和不足', '目标', '任务与举措')],
    ['第一部分', lines('第一部分 现状', '第二部分 问题', '第三部分 目标', '第四部分 任务')],
    ['arabic numbers', lines('1. 发展现状', '2．存在不足', '3、工作目标', '4. 重点任务')],
    ['brackets', lines('(一)现状', '（二）问题', '（三）目标', '（四）任务')],
  ])('are found under %s', (_, headings) => {
    const body = headings.flatMap((heading) => [heading, ...lines(`甲${heading.text}乙。`)]);
    const { parts } = read(body);
    for (const key of ['currentState', 'shortcomings', 'goals', 'measures'] as const) {
      expect(parts[key]).toMatch(/^甲.*乙。$/);
    }
  });

  test('keep what runs on behind the title on its line', () => {
    expect(read(lines('一、现状：本行业基础扎实。', '二、目标。进入前列。')).parts).toMatchObject({
      currentState: '本行业基础扎实。',
      goals: '进入前列。',
    });
  });

  test('keep a section with another title in the part before it', () => {
    const { parts, doubts } = read(lines('一、现状', '甲', '二、目标', '乙', '三、其他需要说明的事', '丙'));
    expect(parts.goals).toBe('乙\n三、其他需要说明的事\n丙');
    expect(doubts).toContainEqual({
      place: '第5段',
      message: '标题“其他需要说明的事”没有写明是哪一部分，归入“目标”，请核对',
    });
  });

  test('are named by what a title is about, not by what it mentions', () => {
    const { parts } = read(
      lines('一、现状', '甲', '二、问题', '乙', '三、解决问题、实现目标的主要举措', '丙'),
    );
    expect(parts.measures).toBe('丙');
  });

  test('that were written together are not guessed apart, but pointed out', () => {
    const { parts, notes } = read(lines('一、发展现状及存在问题', '甲', '二、目标', '乙', '三、任务', '丙'));
    expect(parts.currentState).toBe('甲');
    expect(notes).toContain('标题“发展现状及存在问题”包含不止一个部分，请核对划分');
    expect(notes).toContain('没有找到“存在问题和不足”部分的标题');
  });
});

describe('the tables of an uploaded document', () => {
  test('give indicators with both years, units from their column, the brackets or the amounts', () => {
    expect(read(lines('一、目标'), [indicatorTable]).indicators).toEqual([
      expect.objectContaining({
        name: '制造业产品质量合格率',
        unit: '%',
        baseline: 93.6,
        value2025: '≥95',
        value2035: '97％',
        source: '市统计年鉴',
      }),
      expect.objectContaining({ name: '全员劳动生产率', unit: '万元/人', value2025: 36, value2035: 50 }),
    ]);
  });

  test('may have a head two rows high', () => {
    const [indicator] = read(
      [],
      [
        [
          ['指标', '单位', '目标值', ''],
          ['', '', '2025年', '2035年'],
          ['万人发明专利拥有量', '件', '1,000', '1500'],
        ],
      ],
    ).indicators;
    expect(indicator).toMatchObject({
      name: '万人发明专利拥有量',
      unit: '件',
      value2025: 1000,
      value2035: 1500,
    });
  });

  test('keep an amount that is none, or has another unit, as it is written', () => {
    const [indicator] = read(
      [],
      [
        [
          ['指标', '单位', '2025年', '2035年'],
          ['研发投入', '亿元', '大幅提升', '300万元'],
        ],
      ],
    ).indicators;
    expect(indicator).toMatchObject({ value2025: '大幅提升', value2035: '300万元' });
  });

  test('without one of the years give indicators that lack it, which is told', () => {
    const table = [
      ['指标', '2025年'],
      ['甲', '1'],
    ];
    const { indicators, doubts } = read(lines('一、目标'), [table]);
    expect(indicators).toEqual([expect.objectContaining({ name: '甲', value2025: 1, value2035: null })]);
    expect(doubts).toContainEqual({ place: '表1', message: '指标表没有2035年一栏，请补填' });
  });

  test('that are none of those asked for are told, never dropped in silence', () => {
    const { indicators, leftOut } = read(lines('一、目标'), [
      [
        ['姓名', '职务'],
        ['甲', '处长'],
      ],
    ]);
    expect(indicators).toEqual([]);
    expect(leftOut).toContainEqual({ place: '表1', what: '整张表：姓名 职务；甲 处长' });
  });

  test('give tasks with goal, problem, timetable and milestones, and problems with their cause', () => {
    const { tasks, problems } = read(
      [],
      [
        [
          ['重点任务', '对应目标', '针对问题', '时间表', '路线图', '责任单位'],
          ['建设平台', '能力提升', '能力不足', '2022—2025年', '2022年：立项；2025年6月，建成。', '市科委'],
        ],
        [
          ['存在问题', '原因分析'],
          ['能力不足', '人才储备不够'],
        ],
      ],
    );
    expect(tasks).toEqual([
      expect.objectContaining({
        title: '建设平台',
        goal: '能力提升',
        problem: '能力不足',
        timetable: '2022—2025年',
        owner: '市科委',
        milestones: [
          { by: '2022', result: '立项' },
          { by: '2025-06', result: '建成' },
        ],
      }),
    ]);
    expect(problems).toEqual([{ title: '能力不足', cause: '人才储备不够' }]);
  });
});

describe('what is listed in the text where no table is', () => {
  test('is read from numbered paragraphs', () => {
    const { problems, goals, tasks } = read(
      lines(
        '一、现状',
        '二、问题',
        '（一）计量能力不足。主要原因是人才储备不够。',
        '1．省内无高端装置。',
        '（二）标准滞后。',
        '三、目标',
        '1. 能力达到国际先进水平。',
        '四、任务',
        '（一）建设平台。',
        '对应目标：能力达到国际先进水平。',
        '对应问题：计量能力不足。时间表：2022年至2025年。',
        '路线图：2022年立项；2025年建成。责任单位：市科委。',
      ),
    );
    expect(problems).toEqual([
      { title: '计量能力不足', cause: '主要原因是人才储备不够' },
      { title: '标准滞后', cause: '' },
    ]);
    expect(goals).toEqual([{ title: '能力达到国际先进水平' }]);
    expect(tasks).toEqual([
      expect.objectContaining({
        title: '建设平台',
        goal: '能力达到国际先进水平',
        problem: '计量能力不足',
        timetable: '2022年至2025年',
        owner: '市科委',
        milestones: [
          { by: '2022', result: '立项' },
          { by: '2025', result: '建成' },
        ],
      }),
    ]);
  });

  test('is read from an enumeration inside a sentence', () => {
    const { problems } = read(lines('一、现状', '二、问题', '一是能力不足；二是标准滞后。'));
    expect(problems.map(({ title }) => title)).toEqual(['能力不足', '标准滞后']);
  });
});

describe('an uploaded research report', () => {
  const document = {
    paragraphs: [
      { text: '长三角质量基础设施协同研究', style: 'Title' },
      ...lines(
        '一、引言',
        '协同是关键。',
        '二、成果应用',
        '可复制：清单可复制。',
        '（二）可借鉴',
        '方法可借鉴。',
      ),
      ...lines('（三）可推广：全市推广。', '三、数据来源', '1. 专利数量：国家知识产权局年报。'),
    ],
    tables: [],
  };

  test('gives title, text, checklist and sources', () => {
    const { content } = fitContent(readMaterial('research', document).content);
    expect(content.title).toBe('长三角质量基础设施协同研究');
    expect(content.parts.report).toMatch(/^一、引言\n协同是关键。/);
    expect(content.checklist).toEqual({
      replicable: '清单可复制。',
      referable: '方法可借鉴。',
      scalable: '全市推广。',
    });
    expect(content.sources).toEqual([{ item: '专利数量', source: '国家知识产权局年报' }]);
  });

  test('without a title keeps its first sentence as text', () => {
    const { content, doubts } = readMaterial('research', {
      paragraphs: lines('一、引言', '甲。'),
      tables: [],
    });
    expect(content).toMatchObject({ title: '', parts: { report: '一、引言\n甲。' } });
    expect(doubts).toEqual([{ place: '全文', message: '没有认出题目，请填写' }]);
  });
});

test('a document made to be slow is read in a moment', () => {
  const many = (count: number, textOf: (index: number) => string): Paragraph[] =>
    Array.from({ length: count }, (_, index) => ({ text: textOf(index), style: 'Normal' }));
  const began = performance.now();
  const endless = lines('一、问题', `（一）乙。${'原'.repeat(300_000)}`);
  const { problems } = read([...endless, ...many(150_000, (index) => `（一）甲${index}`)]);
  expect(problems).toHaveLength(100);
  read(many(100_000, () => '一、现状'));
  expect(performance.now() - began).toBeLessThan(8_000);
});
