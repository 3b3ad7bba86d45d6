import { z } from 'zod';
import { lineInput, textInput } from '../../platform/index.js';
import { dispositions } from '../../../workflows/index.js';

/** Every opinion of an act costs some ten statements, and on SQLite the whole house waits for the act. */
export const mostAtOnce = 500;

const ids = z
  .array(z.string())
  .min(1, { error: '请至少选择一条意见' })
  .max(mostAtOnce, { error: `一次最多办理${mostAtOnce}条` })
  .refine((list) => new Set(list).size === list.length, { error: '同一条意见选择了两次' });

export const assignOpinionsSchema = z.object({ opinionIds: ids, handler: lineInput(64) });

const decision = {
  disposition: z.enum(dispositions, { error: `应为${dispositions.join('、')}之一` }),
  reason: textInput(5000).default(''),
  /** The clause of the working revision that was changed; needed for 采纳 and 部分采纳. */
  changedClauseId: z.string().nullish(),
};
export const disposeOpinionSchema = z.object({ opinionId: z.string(), revision: z.int(), ...decision });
export const disposeOpinionsSchema = z.object({ opinionIds: ids, ...decision });
export type Decision = Pick<
  z.infer<typeof disposeOpinionSchema>,
  'disposition' | 'reason' | 'changedClauseId'
>;

export const approveDispositionsSchema = z.object({ opinionIds: ids });
export const returnDispositionSchema = z.object({ opinionId: z.string(), reason: textInput(2000) });
