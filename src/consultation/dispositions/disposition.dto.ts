import { z } from 'zod';
import { named, textInput } from '../../platform/index.js';
import { dispositions } from '../../../workflows/index.js';

/** Every opinion of an act costs some ten statements, and on SQLite the whole house waits for the act. */
export const mostAtOnce = 500;

export const opinionIds = named(
  '意见',
  z
    .array(z.string())
    .min(1, { error: '请至少选择一条意见' })
    .max(mostAtOnce, { error: `一次最多办理${mostAtOnce}条` })
    .refine((list) => new Set(list).size === list.length, { error: '同一条意见选择了两次' }),
);

export const decisionShape = {
  disposition: named('处理意见', z.enum(dispositions, { error: `应为${dispositions.join('、')}之一` })),
  reason: named('理由', textInput(5000).default('')),
  /** The clause of the working revision that was changed; needed for 采纳 and 部分采纳. */
  changedClauseId: named('修改的条款', z.string().nullish()),
};
export type Decision = z.output<z.ZodObject<typeof decisionShape>>;
