import { z } from 'zod';
import { sheetFindingsView } from '../sheets/index.js';
import { unitCategories } from './roster/index.js';

const unit = z.object({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  shortName: z.string(),
  category: z.enum(unitCategories),
  aliases: z.array(z.string()),
  districtCode: z.string().nullable(),
  remark: z.string(),
  demonstration: z.boolean().describe('示例单位，并无其单位'),
  revision: z.number().int(),
});

export const unitView = unit.extend({
  categoryTitle: z.string(),
  contacts: z.array(
    z.object({ id: z.string(), role: z.enum(['liaison', 'leader']), name: z.string(), address: z.string() }),
  ),
});

export const resolutionView = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('unit'), unit }),
  z.object({ kind: z.literal('group'), name: z.string(), category: z.enum(unitCategories).nullable() }),
  z.object({ kind: z.literal('candidates'), units: z.array(unit) }),
  z.object({ kind: z.literal('unknown') }),
]);

export const expertView = z.object({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  institution: z.string(),
  field: z.string(),
  address: z.string(),
});

export const seatView = z.object({
  id: z.string(),
  key: z.string(),
  organisation: z.string(),
  unitId: z.string().nullable(),
  post: z.string(),
  role: z.enum(['chair', 'executiveDeputyChair', 'deputyChair', 'member']),
  address: z.string(),
});

const issue = z.object({
  row: z.number().int(),
  column: z.string(),
  value: z.string(),
  message: z.string(),
});

export const rosterReportView = sheetFindingsView.extend({
  created: z.array(z.object({ row: z.number().int(), name: z.string() })),
  updated: z.array(
    z.object({
      row: z.number().int(),
      name: z.string(),
      changes: z.array(z.object({ column: z.string(), from: z.string(), to: z.string() })),
    }),
  ),
  unchanged: z.number().int(),
  errors: z.array(issue),
  warnings: z.array(issue),
  sample: z
    .array(
      z.object({
        row: z.number().int(),
        name: z.string(),
        shortName: z.string(),
        category: z.string(),
        email: z.string(),
      }),
    )
    .describe('前十行，按导入后的样子'),
});
