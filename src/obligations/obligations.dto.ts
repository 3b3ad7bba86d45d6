import { z } from 'zod';
import { calendarDateSchema } from '../calendar/index.js';
import { lineInput, textInput } from '../platform/index.js';

const maxObligationsPerAct = 1000;

export const idsSchema = z
  .array(lineInput(64))
  .min(1, { error: '请至少选择一家单位' })
  .max(maxObligationsPerAct, { error: `一次最多办理${maxObligationsPerAct}家` })
  .transform((ids) => [...new Set(ids)]);

/** May be empty: the gate says so with its own sentence, and the same sentence stands on the page beforehand. */
const reasonInput = textInput(2000).default('');

export const acceptSchema = z.object({ ids: idsSchema });
export const waiveSchema = z.object({
  ids: idsSchema,
  reason: reasonInput,
  /** A post, not a person. */
  approver: textInput(100).default(''),
});
export const revokeAcceptanceSchema = z.object({ ids: idsSchema, reason: reasonInput });
export const revokeWaiverSchema = z.object({
  ids: idsSchema,
  reason: reasonInput,
  /** Without it the unit has until its deadline, but at least five working days. */
  until: calendarDateSchema.optional(),
});
export const returnSchema = z.object({
  comments: z.array(textInput(2000)).max(50).default([]),
  /** Without it the unit has until its deadline, but at least five working days. */
  resubmitBy: calendarDateSchema.optional(),
});
export const extendSchema = z.object({
  until: calendarDateSchema,
  reason: lineInput(),
  approver: lineInput(100),
});
export const extendAllSchema = extendSchema.extend({ ids: idsSchema });
export const requestExtensionSchema = z.object({ until: calendarDateSchema, reason: lineInput() });
export const grantRequestSchema = z.object({
  approver: lineInput(100),
  until: calendarDateSchema.optional(),
});
export const declineRequestSchema = z.object({ reason: lineInput() });

export const issueSchema = z.object({
  unitId: lineInput(64),
  kind: z.enum(['material', 'reply'], { error: '应为 material 或者 reply' }).default('material'),
  until: calendarDateSchema.optional(),
});
