import { type ExplainedSection } from '../../packet/index.js';
import { type AreaKey, areaPath } from '../frame/navigation.js';

type Source = [area: AreaKey, below: string, title: string];

/** Where the facts of each section are kept, so that a number can be followed to its rows. */
const sources: Record<ExplainedSection['key'], Source[]> = {
  background: [['settings', '', '编制项目']],
  basis: [['drafts', '/basis', '上位文件']],
  process: [
    ['materials', '', '报送任务'],
    ['ledger', '?type=compilation.advanced', '台账中的办理步骤'],
    ['ledger', '?type=visit.logged', '台账中的调研走访'],
  ],
  evaluation: [['packet', '/procedures', '成效评估']],
  structure: [['drafts', '', '报批稿和条款来源']],
  indicators: [['topics', '/indicators', '指标']],
  alignment: [['drafts', '/basis', '衔接核对']],
  consultation: [
    ['consultation', '/opinions', '意见登记簿'],
    ['ledger', '?type=opinion.received', '台账中收到的意见'],
    ['ledger', '?type=reply.submitted', '台账中的书面回函'],
  ],
  disagreements: [['meetings', '/issues', '重大分歧登记']],
  experts: [
    ['meetings', '', '专家论证会'],
    ['ledger', '?type=reviewPoint.filed', '台账中登记的意见'],
  ],
  assessments: [['packet', '/procedures', '风险评估、公平竞争审查']],
  legality: [['packet', '/procedures', '合法性审查']],
  plenary: [['meetings', '', '全体会议']],
  remarks: [],
  attachments: [['packet', '/procedures', '程序性文件']],
};

export const sourcesOf = (compilationId: string, key: ExplainedSection['key']) =>
  sources[key].map(([area, below, title]) => ({ title, href: `${areaPath(compilationId, area)}${below}` }));
