/**
 * Sections of the 编制说明 in their order, with the rule each answers. `guidance` tells the person who must write
 * what the ledger cannot know.
 */
export const explanationSections = [
  { key: 'background', title: '编制背景和必要性', guidance: '请写明编制背景和必要性。' },
  {
    key: 'basis',
    title: '编制依据',
    guidance: '请写明与法律、法规、规章和国家政策的一致性（暂行条例第十二条）。',
  },
  { key: 'process', title: '编制过程', guidance: '' },
  { key: 'evaluation', title: '《上海市质量发展规划（2011—2020年）》实施成效总结', guidance: '' },
  { key: 'structure', title: '框架和主要内容', guidance: '请写明谋篇布局的考虑。' },
  { key: 'indicators', title: '目标指标说明', guidance: '请写明报批稿采用的指标及其测算方法、责任单位。' },
  { key: 'alignment', title: '与国家、市“十四五”规划纲要的衔接', guidance: '请写明逐项衔接情况。' },
  { key: 'consultation', title: '征求意见及采纳情况', guidance: '' },
  { key: 'disagreements', title: '重大分歧意见的处理', guidance: '' },
  { key: 'experts', title: '专家论证及采纳情况', guidance: '' },
  { key: 'assessments', title: '风险评估和公平竞争审查', guidance: '' },
  { key: 'legality', title: '合法性审查', guidance: '' },
  { key: 'plenary', title: '领导小组审议及修改情况', guidance: '' },
  {
    key: 'remarks',
    title: '需要说明的其他问题',
    guidance: '如有其他需要说明的问题，请写明；没有的，写“无”。',
  },
  { key: 'attachments', title: '附件目录', guidance: '' },
] as const;
export type ExplanationKey = (typeof explanationSections)[number]['key'];
export const explanationKeys = explanationSections.map((section) => section.key);
