import { z } from 'zod';
import { calendarDateSchema } from '../calendar/index.js';
import { lineInput, textInput } from '../platform/index.js';

const line = lineInput();
const text = textInput();

/**
 * What each formality must say, and its Chinese name. The latest record of a kind counts; earlier ones stay on
 * file. Sources: 通知一 (evaluation); 《重大行政决策程序暂行条例》第二十二条至第三十一条 (the reviews and the report).
 */
export const procedureKinds = {
  evaluation: {
    title: '规划实施成效评估',
    schema: z.object({ title: line, conclusion: text, completedOn: calendarDateSchema }),
  },
  legalityReview: {
    title: '合法性审查',
    schema: z.object({
      sentOn: calendarDateSchema,
      office: line,
      /** The day its opinion came back; known exactly when the conclusion is. */
      returnedOn: calendarDateSchema.nullable().default(null),
      conclusion: z.enum(['合法', '须修改']).nullable(),
      opinion: text.default(''),
    }),
  },
  riskAssessment: {
    title: '风险评估',
    schema: z.object({
      conclusion: z.enum(['可控', '不可控', '不需评估']),
      points: text.default(''),
      completedOn: calendarDateSchema,
    }),
  },
  fairCompetitionReview: {
    title: '公平竞争审查',
    schema: z.object({
      conclusion: z.enum(['符合', '不符合', '不适用']),
      opinion: text.default(''),
      completedOn: calendarDateSchema,
    }),
  },
  partyCommitteeReport: {
    title: '请示报告',
    schema: z.object({ reportedOn: calendarDateSchema, documentNumber: line.nullable() }),
  },
  municipalDecision: {
    title: '市政府审批',
    schema: z.object({
      decision: z.enum(['批准', '退回']),
      decidedOn: calendarDateSchema,
      approvalNumber: line.nullable(),
      opinion: text.default(''),
    }),
  },
} as const;

export type ProcedureKind = keyof typeof procedureKinds;
export type ProcedureContent<K extends ProcedureKind> = z.infer<(typeof procedureKinds)[K]['schema']>;

export const procedureKindNames = Object.keys(procedureKinds) as ProcedureKind[];
