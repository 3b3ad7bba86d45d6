import { type ObligationRow } from '../obligations/index.js';
import { type Chance } from './chance.js';

const currentStates = [
  '近年来，本单位围绕质量提升开展了标准制定、计量检测、认证认可、品牌培育等工作，质量管理体系覆盖面逐步扩大，重点产品和服务的质量水平稳步提升。',
  '质量工作纳入年度重点任务，建立了分管负责人牵头、业务部门协同的工作机制，质量统计、质量分析和质量改进制度逐步健全。',
  '通过对标行业先进水平，开展质量攻关和质量改进活动，一批质量管理方法得到应用，服务对象的满意程度逐年提高。',
];
const shortcomings = [
  '与国际先进水平相比，关键环节的质量控制能力仍有差距，部分领域标准供给不足，质量数据的采集和应用水平不高。',
  '质量人才队伍结构不尽合理，复合型质量管理人才较少，基层质量技术力量薄弱，质量激励措施的针对性有待增强。',
  '产业链上下游质量协同不够，中小企业质量管理基础薄弱，公共质量技术服务的可及性和便利性需要改善。',
];
const goals = [
  '到2025年，质量整体水平进一步提高，质量基础设施服务能力明显增强，形成一批具有示范意义的质量管理经验。',
  '到2035年，质量整体水平达到国内领先、国际先进，质量成为高质量发展的主要支撑，质量文化深入人心。',
];
const measures = [
  '完善质量工作机制，强化标准引领，推动计量、标准、认证认可、检验检测协同服务，提升质量基础设施效能。',
  '推广先进质量管理方法，开展质量提升专项行动，加强质量人才培养，建立质量激励与约束相结合的制度。',
  '运用数字化手段改进质量管理，建设质量数据平台，推动质量信息共享，提高质量风险监测和预警能力。',
];
const reportPassages = [
  '本研究采用文献分析、比较研究和实地调研相结合的方法，选取国内外主要城市作为参照，对本市质量发展的现状和趋势进行分析。',
  '研究发现，质量基础设施的协同程度与产业链质量水平之间存在明显的正相关关系，协同服务是提升质量效益的有效途径。',
  '在此基础上，提出分阶段推进的政策建议：近期完善制度供给，中期强化能力建设，远期形成质量发展的长效机制。',
];

/** Text of about the wanted length, as Chinese editors count, made of the given sentences. */
function textOf(chance: Chance, sentences: readonly string[], characters: number): string {
  const lines: string[] = [];
  for (let length = 0; length < characters;) {
    const line = chance.pick(sentences);
    lines.push(line);
    length += line.length;
  }
  return lines.join('\n');
}

const indicatorChoices = [
  { name: '制造业质量竞争力指数', unit: '', bound: '≥', base: 92, by2025: 94, by2035: 96 },
  { name: '制造业产品合格率', unit: '%', bound: '≥', base: 94, by2025: 95, by2035: 97 },
  { name: '农产品质量安全抽检合格率', unit: '%', bound: '≥', base: 97, by2025: 98, by2035: 99 },
  { name: '主导制定国际标准', unit: '项', bound: '', base: 10, by2025: 20, by2035: 40 },
  { name: '质量管理体系认证企业', unit: '家', bound: '', base: 120, by2025: 200, by2035: 400 },
  { name: '顾客满意程度', unit: '分', bound: '≥', base: 80, by2025: 85, by2035: 90 },
] as const;

function indicators(chance: Chance): object[] {
  const first = chance.between(0, indicatorChoices.length - 2);
  return indicatorChoices.slice(first, first + 2).map(({ name, unit, bound, base, by2025, by2035 }) => {
    // Now and then a unit counts otherwise than the rest: the indicator table must show the conflict.
    const drift = chance.happens(0.2) ? 1 : 0;
    const unitName = unit === '' ? '无量纲' : unit;
    return {
      name,
      unit: unitName,
      bound,
      baseline: base,
      value2025: by2025 + drift,
      value2035: by2035 + drift,
      source: '本单位统计台账（推演数据）',
    };
  });
}

/** What a unit types into its form; `complete` false leaves out what the gate asks for. */
export function materialOf(
  chance: Chance,
  unit: Pick<ObligationRow, 'category' | 'unitName'>,
  topics: number,
): object {
  return unit.category === 'institute' ? researchReport(chance, topics) : fourParts(chance);
}

function fourParts(chance: Chance): object {
  const chosen = indicators(chance);
  const problem = { title: '质量管理基础不够均衡', cause: '中小单位投入不足，技术服务不便利' };
  return {
    parts: {
      currentState: textOf(chance, currentStates, chance.between(600, 800)),
      shortcomings: textOf(chance, shortcomings, chance.between(600, 800)),
      goals: textOf(chance, goals, chance.between(600, 800)),
      measures: textOf(chance, measures, chance.between(700, 900)),
    },
    problems: [problem],
    goals: [{ title: '质量整体水平进一步提高' }],
    indicators: chosen,
    tasks: [
      {
        title: '质量管理能力提升行动',
        goal: '质量整体水平进一步提高',
        problem: problem.title,
        timetable: '2022年至2025年',
        milestones: [
          { by: '2023', result: '完成首批示范' },
          { by: '2025', result: '全面推广' },
        ],
        breakthrough: chance.happens(0.3),
        strategies: ['长三角一体化'],
      },
    ],
    attested: true,
  };
}

function researchReport(chance: Chance, topics: number): object {
  const topic = chance.happens(0.15) ? 'outside' : chance.between(1, Math.max(1, topics - 2));
  return {
    parts: { report: textOf(chance, reportPassages, chance.between(9000, 11_000)) },
    topic,
    title: '质量基础设施协同服务产业链提升的路径研究',
    checklist: {
      replicable: '方法和指标体系可在其他行业复制。',
      referable: '比较研究的结论可供制定政策借鉴。',
      scalable: '协同服务模式可在各区推广。',
    },
    sources: [{ item: '各城市质量发展数据', source: '公开统计年鉴' }],
    attested: true,
  };
}
