import { fourPartInput, reportInput } from '../../../test/support/materials.js';
import { examineMaterial } from './examine-material.js';
import { type MaterialContent, materialContentSchema } from './material-content.js';
import { type MaterialForm } from './material-form.js';

const topics = new Map([
  [6, '我市质量基础设施国内国际比较分析'],
  [7, '我市企业质量管理现状研究与分析'],
]);
const read = (input: object): MaterialContent => materialContentSchema.parse(input);
const examine = (input: object, form: MaterialForm = 'industry') =>
  examineMaterial(form, read(input), topics);
const withFirst = (list: 'indicators' | 'tasks' | 'problems', change: object) => {
  const input = fourPartInput();
  return { ...input, [list]: [{ ...input[list][0], ...change }] };
};

describe('a material of four parts', () => {
  test('with everything in it can be handed in without a warning', () => {
    expect(examine(fourPartInput())).toEqual({ missing: [], warnings: [] });
  });

  test('that is empty lacks each of the four parts by name', () => {
    expect(examine({}).missing).toEqual([
      '“现状”没有填写',
      '“存在问题和不足”没有填写',
      '“目标”没有填写',
      '“任务与举措”没有填写',
      '“目标”没有量化指标，须至少列出一项，分别填写2025年和2035年目标值',
      '“存在问题和不足”没有逐条列出问题',
      '“任务与举措”没有逐条列出任务',
      '没有确认数据真实准确，请核对后勾选',
    ]);
  });

  test.each([
    [{ value2035: null }, '指标“制造业产品质量合格率”没有2035年目标值'],
    [{ value2025: '' }, '指标“制造业产品质量合格率”没有2025年目标值'],
    [{ value2025: '待定' }, '指标“制造业产品质量合格率”的2025年目标值“待定”没有写明目标'],
    [{ unit: '' }, '指标“制造业产品质量合格率”没有计量单位；没有单位的（如指数），请在单位栏填“无量纲”'],
    [
      { value2025: '大幅提升', value2035: '全国领先' },
      '“目标”没有量化指标，所列指标都是文字表述，须至少有一项写明2025年和2035年的数值',
    ],
    [{ source: ' ' }, '指标“制造业产品质量合格率”没有数据来源'],
    [{ name: '' }, '第1项指标没有名称'],
  ])('needs of each indicator both target years, a unit and a source: %j', (change, missing) => {
    expect(examine(withFirst('indicators', change)).missing).toEqual([missing]);
  });

  test('may leave the base value of an indicator empty', () => {
    expect(examine(withFirst('indicators', { baseline: null })).missing).toEqual([]);
  });

  test.each([
    ['力争达到95%以上', []],
    ['1.2万', []],
    ['95—98', []],
    [
      '提高3个百分点',
      ['指标“制造业产品质量合格率”的2025年目标值“提高3个百分点”是增减幅度，按原文列入，不作数值比较'],
    ],
    [
      '基本达到先进水平',
      ['指标“制造业产品质量合格率”的2025年目标值“基本达到先进水平”是文字表述，按原文列入，不作数值比较'],
    ],
    ['300万元', ['指标“制造业产品质量合格率”的2025年目标值“300万元”与计量单位“%”不一致，请核对']],
  ])('may state a target as %s', (value2025, warnings) => {
    const { indicators } = withFirst('indicators', { value2025, bound: '', baseline: '93%左右' });
    const second = { ...indicators[0], name: '农产品质量合格率', value2025: 97 };
    const input = { ...fourPartInput(), indicators: [...indicators, second] };
    expect(examine(input)).toEqual({ missing: [], warnings });
  });

  test.each([
    { name: '制造业质量竞争力指数', unit: '', value2025: 94, value2035: 96 },
    { name: '质量满意度', unit: '无量纲', value2025: 94, value2035: 96 },
    { name: '质量满意度', unit: '—', value2025: 94, value2035: 96 },
    { name: '合格率', unit: '', value2025: '95%', value2035: '97%' },
  ])('may have an indicator without a unit that needs none: %j', (change) => {
    const { indicators } = withFirst('indicators', change);
    expect(examine({ ...fourPartInput(), indicators }).missing).toEqual([]);
  });

  test('lists an indicator once, however it is spelt', () => {
    const input = fourPartInput();
    const again = { ...input.indicators[0], name: '制造业产品质量合格率（％）' };
    expect(examine({ ...input, indicators: [...input.indicators, again] }).missing).toEqual([
      '指标“制造业产品质量合格率（％）”重复填写',
    ]);
  });

  test.each([
    [{ goal: '' }, '任务“建设公共计量测试平台”没有注明所对应的目标'],
    [{ problem: '' }, '任务“建设公共计量测试平台”没有注明所对应的问题'],
    [{ problem: '标准滞后' }, '任务“建设公共计量测试平台”所对应的问题“标准滞后”不在所列的问题之中'],
    [{ goal: '世界第一' }, '任务“建设公共计量测试平台”所对应的目标“世界第一”不在所列的目标或者指标之中'],
    [{ timetable: '' }, '任务“建设公共计量测试平台”没有时间表'],
    [{ milestones: [] }, '任务“建设公共计量测试平台”没有路线图（至少一个时间节点及其成果）'],
    [
      { milestones: [{ by: '近期', result: '立项' }] },
      '任务“建设公共计量测试平台”的时间节点“近期”不是年份或者年月，应写作2023或者2023-06',
    ],
    [{ milestones: [{ by: '2023', result: '' }] }, '任务“建设公共计量测试平台”有时间节点没有写明成果'],
    [{ title: '' }, '第1项任务没有名称'],
  ])('needs of each task its goal, its problem, a timetable and milestones: %j', (change, missing) => {
    expect(examine(withFirst('tasks', change)).missing).toEqual([missing]);
  });

  test('lets a task cite an indicator as its goal, whatever its brackets and quotation marks', () => {
    expect(examine(withFirst('tasks', { goal: '“制造业产品质量合格率”（2025）' })).missing).toEqual([]);
  });

  test('is warned of problems and goals that no task answers, and of problems without a cause', () => {
    const input = fourPartInput();
    const examined = examine({
      ...input,
      problems: [...input.problems, { title: '标准供给滞后' }],
      goals: [...input.goals, { title: '品牌影响力提升' }],
    });
    expect(examined.missing).toEqual([]);
    expect(examined.warnings).toEqual([
      '问题“标准供给滞后”没有对应的任务与举措',
      '目标“品牌影响力提升”没有对应的任务与举措',
      '问题“标准供给滞后”没有分析原因',
    ]);
  });

  test('cannot be handed in before the unit answers for its data', () => {
    expect(examine({ ...fourPartInput(), attested: false }).missing).toEqual([
      '没有确认数据真实准确，请核对后勾选',
    ]);
  });
});

describe('a research report', () => {
  test('with everything in it can be handed in without a warning', () => {
    expect(examine(reportInput(), 'research')).toEqual({ missing: [], warnings: [] });
  });

  test('owes none of the four parts, but topic, title, checklist and sources', () => {
    expect(examine({ parts: { report: '甲'.repeat(10_000) }, attested: true }, 'research').missing).toEqual([
      '没有选定研究方向（课题目录中的一项或者目录外）',
      '没有填写自拟题目',
      '没有说明成果的“可复制”情况',
      '没有说明成果的“可借鉴”情况',
      '没有说明成果的“可推广”情况',
      '没有列出论证数据的来源',
    ]);
  });

  test('may lie outside of the catalogue, but not under a number that it does not have', () => {
    expect(examine(reportInput('outside'), 'research').missing).toEqual([]);
    expect(examine(reportInput(11), 'research').missing).toEqual([
      '课题目录中没有第11项，请重新选定研究方向',
    ]);
  });

  test('is warned when its title only repeats the catalogue', () => {
    const { warnings } = examine({ ...reportInput(), title: '我市企业质量管理现状研究与分析' }, 'research');
    expect(warnings).toEqual(['题目与课题目录相同，通知要求参考目录拟定具体题目']);
  });

  test('names where its data come from', () => {
    const { missing } = examine(
      { ...reportInput(), sources: [{ item: '专利数量', source: '' }] },
      'research',
    );
    expect(missing).toEqual(['第1条数据来源没有写明数据或者出处']);
  });
});
