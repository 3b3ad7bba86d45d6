import { z } from 'zod';
import { calendarDateSchema } from './calendar-date.js';
import { periodSchema } from './period.js';

/**
 * How a deadline is computed, as stored data:
 * - `onOrBefore`: a date given in a notice (7月25日前), that day included; rolls on from a 法定休假日;
 * - `periodAfter`: a period counted from an act (公开征求意见30日, 合法性审查7个工作日);
 * - `periodBefore`: the last day that leaves a whole period before an event (会前7日送达); rolls back, since
 *   rolling on would shorten the period;
 * - `fixed`: an instant someone set, taken as it is.
 */
export const deadlineRuleSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('onOrBefore'), date: calendarDateSchema }),
  z.strictObject({ kind: z.literal('periodAfter'), start: calendarDateSchema, period: periodSchema }),
  z.strictObject({ kind: z.literal('periodBefore'), event: calendarDateSchema, period: periodSchema }),
  z.strictObject({ kind: z.literal('fixed'), instant: z.int() }),
]);
export type DeadlineRule = z.infer<typeof deadlineRuleSchema>;
