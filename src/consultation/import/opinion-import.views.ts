import { z } from 'zod';
import { sheetFindingsView } from '../../sheets/index.js';

const count = z.number().int();
const notes = z.array(z.object({ row: count, sentence: z.string() }));

export const opinionImportView = sheetFindingsView.extend({
  valid: count.describe('可以导入的行数'),
  answers: z
    .array(z.object({ row: count, proposer: z.string().nullable() }))
    .describe('写明“无意见”的行，不登记为意见'),
  errors: notes,
  warnings: notes,
  sample: z
    .array(
      z.object({
        row: count,
        content: z.string(),
        clause: z.string().nullable(),
        proposer: z.string().nullable(),
        channel: z.string(),
        receivedOn: z.string().nullable(),
      }),
    )
    .describe('前十行，按登记时的样子'),
});

export const importedOpinionsView = opinionImportView.extend({
  first: z.string().nullable(),
  last: z.string().nullable(),
  already: count.describe('此前已从同一文件登记的行数'),
  answered: count.describe('由此记为已回函“无意见”的单位数'),
});
