import { z } from 'zod';

const count = z.number().int();

/** How a spreadsheet was understood, the same for every import. */
export const sheetFindingsView = z.object({
  table: z.object({
    sheet: z.string(),
    sheets: z.array(z.object({ name: z.string(), hidden: z.boolean(), rows: count, chosen: z.boolean() })),
    header: z.object({ first: count, last: count }).nullable().describe('表头所在行，没有表头为null'),
    columns: z.array(
      z.object({
        letters: z.string(),
        heading: z.string(),
        hidden: z.boolean(),
        field: z.string().nullable().describe('读作哪一栏，不读入为null'),
        known: z
          .string()
          .nullable()
          .describe('chosen指定、remembered沿用上次、heading按列名、content按内容推测'),
        samples: z.array(z.string()),
      }),
    ),
  }),
  doubts: z
    .array(z.object({ place: z.string(), message: z.string(), row: count.nullable(), blocks: z.boolean() }))
    .describe('存疑之处；blocks为true的须改正或者另作选择'),
  leftOut: z
    .array(z.object({ place: z.string(), what: z.string(), holds: z.boolean() }))
    .describe('没有读入的内容'),
  held: z.boolean().describe('须先确认（confirmed）才能办理'),
});
