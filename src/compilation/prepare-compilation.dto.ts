import { z } from 'zod';
import { calendarDateSchema, deadlineRuleSchema } from '../calendar/index.js';
import { lineInput } from '../platform/index.js';
import { documentNumberInput } from './document-number.js';

const line = lineInput();

export const deadlinePlanSchema = z.object({
  key: z
    .string()
    .regex(/^[a-z][A-Za-z]{0,63}$/, { error: '应为1至64个字母，首字母小写' })
    .describe('编制流程规定的期限名称；每项都须写明'),
  title: line.optional().describe('不写的，用编制流程的名称'),
  stage: line.optional().describe('不写的，按编制流程；写明的须与其一致'),
  event: line.optional().describe('限定的步骤；不写的，按编制流程；写明的须与其一致'),
  rule: deadlineRuleSchema,
  source: line,
});

export const draftingGroupSchema = z.array(
  z.object({
    role: z.enum(['head', 'member', 'secretariat']),
    organisation: line,
    post: line,
    address: z.email({ error: '应为一个电子邮件地址' }),
  }),
);

export const prepareCompilationSchema = z.object({
  definition: line.optional().describe('编制流程的名称，可以带版本；系统只有一种编制流程时可以不写'),
  title: line,
  shortTitle: line,
  noticeTitle: line,
  documentNumber: documentNumberInput.nullable(),
  publicity: line.default('主动公开'),
  issuer: line,
  secretariat: line,
  contact: z.object({ office: line, telephone: line, address: z.email() }),
  decisionCatalogued: z.boolean().default(false),
  digestAlgorithm: z.enum(['sha256', 'sm3']).default('sha256'),
  firstDay: calendarDateSchema,
  deadlines: z.array(deadlinePlanSchema).min(1).max(100),
  draftingGroup: draftingGroupSchema.default([]),
});
export type PrepareCompilation = z.output<typeof prepareCompilationSchema>;
export type DeadlinePlan = z.output<typeof deadlinePlanSchema>;
