import { z } from 'zod';
import { calendarDateSchema } from '../calendar/index.js';
import { unitCategories } from '../directory/index.js';
import { instantText } from '../web/index.js';
import { outstandingStates, settledStates } from './obligation-states.js';

export const stateSchema = z.enum([...outstandingStates, 'submitted', ...settledStates]);
export const kindSchema = z.enum(['material', 'reply']);
export const categorySchema = z.enum(unitCategories);

export const obligationView = z.object({
  id: z.string(),
  unitId: z.string(),
  unitKey: z.string(),
  unitName: z.string(),
  category: categorySchema,
  categoryTitle: z.string(),
  kind: kindSchema,
  title: z.string(),
  round: z.number().int(),
  state: stateSchema,
  stateTitle: z.string(),
  nominal: calendarDateSchema,
  effective: instantText,
  deadlineText: z.string(),
  rule: z.string(),
  deadlineRevision: z.number().int(),
  workingDaysLeft: z.number().int().nullable().describe('余工作日，当日不计；逾期为负；已办结为 null'),
  late: z.boolean(),
  acknowledgedAt: instantText.nullable().describe('单位签收通知的时刻'),
  extendedAt: instantText.nullable(),
  handedInAt: instantText.nullable(),
  handedInLate: z.boolean(),
  settledAt: instantText.nullable(),
  waiver: z.object({ reason: z.string(), approver: z.string() }).nullable(),
  returnComments: z.array(z.string()),
  revision: z.number().int(),
});

const count = z.number().int();

export const progressView = z.object({
  category: z.enum([...unitCategories, 'all']),
  title: z.string(),
  total: count,
  owed: count,
  drafting: count,
  submitted: count,
  returned: count,
  accepted: count,
  waived: count,
  unanswered: count,
  late: count,
  handedInLate: count,
  extended: count,
  silent: count.describe('既未签收、也未开始填报'),
});

export const storyView = z.object({
  obligation: obligationView,
  acts: z.array(
    z.object({
      seq: count,
      at: instantText,
      actor: z.string(),
      type: z.string(),
      title: z.string(),
      state: z.string().nullable(),
    }),
  ),
  mails: z.array(
    z.object({
      id: z.string(),
      template: z.string(),
      subject: z.string().nullable(),
      state: z.string(),
      queuedAt: instantText,
      sentAt: instantText.nullable(),
    }),
  ),
  deadlineChanges: z.array(
    z.object({
      deadlineRevision: count,
      cause: z.string(),
      from: z.string(),
      to: z.string(),
      reason: z.string().nullable(),
      approver: z.string().nullable(),
      changedAt: instantText,
    }),
  ),
  requests: z.array(
    z.object({
      id: z.string(),
      until: calendarDateSchema,
      reason: z.string(),
      requestedAt: instantText,
      answer: z.enum(['granted', 'declined']).nullable(),
      answerReason: z.string().nullable(),
    }),
  ),
});

export const requestView = z.object({
  requestId: z.string(),
  obligationId: z.string(),
  unitName: z.string(),
  title: z.string(),
  reason: z.string(),
  until: calendarDateSchema,
  requestedAt: instantText,
});
