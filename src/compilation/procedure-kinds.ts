import { z } from 'zod';
import { calendarDateSchema } from '../calendar/index.js';
import { lineInput, named, textInput } from '../platform/index.js';

/** Days and texts by the names that people give them. */
const day = (title: string) => named(title, calendarDateSchema);
const line = (title: string) => named(title, lineInput());
const text = (title: string) => named(title, textInput());

/**
 * What each formality must say, and its Chinese name. The latest record of a kind counts; earlier ones stay on
 * file. Sources: 通知一 (evaluation); 《重大行政决策程序暂行条例》第二十二条至第三十一条 (the reviews and the report).
 */
export const procedureKinds = {
  evaluation: {
    title: '规划实施成效评估',
    schema: z.object({
      title: line('评估报告名称'),
      conclusion: text('评估结论'),
      completedOn: day('完成日期'),
    }),
  },
  legalityReview: {
    title: '合法性审查',
    schema: z.object({
      sentOn: day('送审日期'),
      office: line('审查机构'),
      /** The day its opinion came back; known exactly when the conclusion is. */
      returnedOn: named('意见回复日期', calendarDateSchema.nullable().default(null)),
      conclusion: named('审查结论', z.enum(['合法', '须修改']).nullable()),
      opinion: text('具体意见').default(''),
    }),
  },
  riskAssessment: {
    title: '风险评估',
    schema: z.object({
      conclusion: named('结论', z.enum(['可控', '不可控', '不需评估'])),
      points: text('风险点和措施').default(''),
      completedOn: day('完成日期'),
    }),
  },
  fairCompetitionReview: {
    title: '公平竞争审查',
    schema: z.object({
      conclusion: named('结论', z.enum(['符合', '不符合', '不适用'])),
      opinion: text('审查意见').default(''),
      completedOn: day('完成日期'),
    }),
  },
  partyCommitteeReport: {
    title: '请示报告',
    schema: z.object({ reportedOn: day('请示报告日期'), documentNumber: line('文号').nullable() }),
  },
  municipalDecision: {
    title: '市政府审批',
    schema: z.object({
      decision: named('决定', z.enum(['批准', '退回'])),
      decidedOn: day('决定日期'),
      approvalNumber: line('批准文号').nullable(),
      opinion: text('批示或者退回意见').default(''),
    }),
  },
} as const;

export type ProcedureKind = keyof typeof procedureKinds;
export type ProcedureContent<K extends ProcedureKind> = z.infer<(typeof procedureKinds)[K]['schema']>;

export const procedureKindNames = Object.keys(procedureKinds) as [ProcedureKind, ...ProcedureKind[]];
