import { type UnitCategory } from '../../directory/index.js';

export const materialForms = ['industry', 'district', 'enterprise', 'research'] as const;
export type MaterialForm = (typeof materialForms)[number];

/** 通知三、（二）“质量强业、质量强区、质量强企”, and the research report of 三、（三）. */
export const formTitles: Record<MaterialForm, string> = {
  industry: '质量强业',
  district: '质量强区',
  enterprise: '质量强企',
  research: '研究报告',
};

/** Each unit speaks for its own 行业、区域、企业 (通知三、（二）): members and associations for an industry. */
const formByCategory: Record<UnitCategory, MaterialForm> = {
  member: 'industry',
  association: 'industry',
  district: 'district',
  group: 'enterprise',
  institute: 'research',
};

export const formOf = (category: UnitCategory): MaterialForm => formByCategory[category];

export type PartKey = 'currentState' | 'shortcomings' | 'goals' | 'measures' | 'report';

/** The four parts of 通知四、（一）1, and the one text of a research report. */
export const partTitles: Record<PartKey, string> = {
  currentState: '现状',
  shortcomings: '存在问题和不足',
  goals: '目标',
  measures: '任务与举措',
  report: '报告正文',
};

const fourParts: readonly PartKey[] = ['currentState', 'shortcomings', 'goals', 'measures'];
const reportOnly: readonly PartKey[] = ['report'];

/** In the order in which they are written and printed. */
export const partsOf = (form: MaterialForm): readonly PartKey[] =>
  form === 'research' ? reportOnly : fourParts;
