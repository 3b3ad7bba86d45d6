/** A material of the four-part forms with nothing missing, about 3000 characters long. */
export function fourPartInput() {
  return {
    parts: {
      currentState: '本行业质量基础总体扎实。'.repeat(65),
      shortcomings: '计量测试能力尚有差距。'.repeat(70),
      goals: '质量竞争力进入前列。'.repeat(75),
      measures: '建设公共计量测试平台。'.repeat(65),
    },
    problems: [{ title: '计量测试能力不足', cause: '高端仪器依赖进口，人才储备不够' }],
    goals: [{ title: '质量基础设施能力达到国际先进水平' }],
    indicators: [
      {
        name: '制造业产品质量合格率',
        unit: '%',
        bound: '≥' as const,
        baseline: 93.6,
        value2025: 95,
        value2035: 97,
        source: '市统计年鉴2020',
      },
    ],
    tasks: [
      {
        title: '建设公共计量测试平台',
        goal: '质量基础设施能力达到国际先进水平',
        problem: '计量测试能力不足',
        timetable: '2022年启动，2025年建成',
        milestones: [
          { by: '2022', result: '完成立项' },
          { by: '2025-12', result: '建成并投入使用' },
        ],
        breakthrough: true,
        strategies: ['国际科技创新中心'],
      },
    ],
    attested: true,
  };
}

/** A research report with nothing missing, about 10000 characters long. */
export function reportInput(topic: number | 'outside' = 6) {
  return {
    parts: { report: '质量基础设施的比较研究表明，协同服务是关键。'.repeat(465) },
    topic,
    title: '长三角质量基础设施协同服务的路径研究',
    checklist: {
      replicable: '协同服务清单可在各区复制。',
      referable: '国际比较方法可供借鉴。',
      scalable: '一站式服务可在全市推广。',
    },
    sources: [{ item: '国家计量基准数量', source: '国家市场监督管理总局2020年公报' }],
    attested: true,
  };
}
