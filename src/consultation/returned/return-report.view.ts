import { z } from 'zod';
import { sheetFindingsView } from '../../sheets/index.js';
import { dispositions } from '../../../workflows/index.js';

const count = z.number().int();

export const returnReportView = sheetFindingsView.extend({
  changes: z.array(
    z.object({
      row: count,
      number: z.string(),
      from: z.string(),
      assigns: z.boolean().describe('尚未分派的，同时分派给办理人'),
      disposition: z.enum(dispositions),
      reason: z.string(),
      clauseLabel: z.string().nullable(),
    }),
  ),
  refusals: z.array(z.object({ row: count, sentence: z.string() })),
  unchanged: count,
  blank: count.describe('没有填写处理意见的行数'),
});
