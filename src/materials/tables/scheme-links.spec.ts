import { fourPartInput } from '../../../test/support/materials.js';
import { materialContentSchema, strategyNames } from '../content/index.js';
import { goalTree, type Linkable, problemRegister, strategyCoverage } from './scheme-links.js';

const material = (unitName: string, change: object = {}): Linkable => {
  const content = materialContentSchema.parse({ ...fourPartInput(), ...change });
  return { ...content, unitId: unitName, unitName, form: 'industry', submissionId: `s-${unitName}` };
};

describe('the problem register', () => {
  test('leads from a problem by its causes to the measures of every unit that names it', () => {
    const other = material('乙局', { problems: [{ title: '计量测试能力不足。', cause: '装置老化' }] });
    const [row] = problemRegister([material('甲局'), other]);
    expect(row.title).toBe('计量测试能力不足');
    expect(row.causes).toEqual(['高端仪器依赖进口，人才储备不够', '装置老化']);
    expect(row.namedBy).toEqual(['甲局', '乙局']);
    expect(row.measures.map(({ title, owner }) => [title, owner])).toEqual([
      ['建设公共计量测试平台', '甲局'],
      ['建设公共计量测试平台', '乙局'],
    ]);
  });

  test('keeps a problem for which nobody proposes anything', () => {
    const rows = problemRegister([material('甲局', { tasks: [] })]);
    expect(rows).toEqual([expect.objectContaining({ title: '计量测试能力不足', measures: [] })]);
  });
});

describe('the goals below 质量强市', () => {
  test('are gathered by form, each with the measures that serve it', () => {
    const rows = goalTree([material('甲局'), { ...material('某区'), form: 'district' }]);
    expect(rows.map(({ title, form, measures }) => [title, form, measures.length])).toEqual([
      ['质量基础设施能力达到国际先进水平', 'industry', 1],
      ['制造业产品质量合格率', 'industry', 0],
      ['质量基础设施能力达到国际先进水平', 'district', 1],
      ['制造业产品质量合格率', 'district', 0],
    ]);
  });
});

describe('the coverage of strategies', () => {
  test('counts the tasks and breakthroughs that serve each, and shows those that none serves', () => {
    const rows = strategyCoverage([material('甲局'), material('乙局')]);
    expect(rows.find(({ strategy }) => strategy === '国际科技创新中心')).toEqual({
      group: '五个中心',
      strategy: '国际科技创新中心',
      tasks: 2,
      breakthroughs: 2,
    });
    expect(rows.filter(({ tasks }) => tasks === 0)).toHaveLength(strategyNames.length - 1);
  });
});
