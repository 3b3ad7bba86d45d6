import { z } from 'zod';
import { calendarDateSchema } from '../calendar/index.js';
import { instant } from '../web/index.js';
import { basisStatuses } from './basis.entity.js';
import { traceKinds } from './clause.entity.js';

const count = z.number().int();

export const versionView = z.object({
  id: z.string(),
  name: z.string(),
  revision: count,
  state: z.enum(['working', 'superseded', 'frozen']),
  origin: z.enum(['copy', 'docx', 'markdown', 'text']),
  title: z.string(),
  doubts: count.describe('拆分条款时存疑之处；有则须确认'),
  findings: z
    .array(z.object({ place: z.string(), sentence: z.string() }))
    .nullable()
    .describe('存疑之处和未读入的内容'),
  confirmedAt: instant.nullable(),
  unchangedReason: z.string().nullable(),
  digest: z.string().nullable().describe('定稿的 SHA-256 摘要'),
  createdAt: instant,
  frozenAt: instant.nullable(),
});

export const draftView = z.object({
  version: versionView.extend({ head: z.array(z.string()), foot: z.array(z.string()) }),
  clauses: z.array(
    z.object({
      clauseId: z.string(),
      parentClauseId: z.string().nullable(),
      level: count,
      label: z.string(),
      title: z.string(),
      wording: z.array(z.string()),
      revision: count,
      traces: z.array(z.object({ sourceKind: z.enum(traceKinds), sourceId: z.string() })),
    }),
  ),
  shortNames: z
    .array(z.object({ shortName: z.string(), kind: z.string(), label: z.string(), message: z.string() }))
    .describe('规定的简称（以下简称……）中须核对之处'),
});

const heading = z.object({ label: z.string(), title: z.string() }).nullable();

export const comparisonView = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      status: z.string(),
      change: z.object({ reworded: z.boolean(), moved: z.boolean(), renumbered: z.boolean() }),
      before: heading,
      after: heading,
      segments: z.array(z.looseObject({})),
    }),
  ),
});

export const historyView = z.object({
  items: z.array(
    z.object({
      version: z.string(),
      revision: count,
      label: z.string(),
      wording: z.array(z.string()),
    }),
  ),
});

export const importReportView = z.object({
  title: z.string(),
  clauses: count,
  doubts: z.array(z.object({ kind: z.string(), label: z.string(), message: z.string() })),
  leftOut: z
    .array(z.object({ place: z.string(), what: z.string() }))
    .describe('文件中有而没有读入的内容；有则须确认'),
  hasChanges: z.boolean().describe('文件带有修订；用 changes 指明按接受还是按拒绝读入'),
  kept: count,
  moved: count,
  renumbered: count,
  reworded: count,
  added: count,
  removed: count,
});

export const importedView = importReportView.extend({
  draftVersionId: z.string(),
  name: z.string(),
  revision: count,
});

export const basisView = z.object({
  documents: z.array(
    z.object({
      id: z.string(),
      key: z.string(),
      title: z.string(),
      documentNumber: z.string().nullable(),
      issuedOn: calendarDateSchema.nullable(),
      status: z.enum(basisStatuses),
    }),
  ),
  tasks: z.array(
    z.object({
      id: z.string(),
      basisDocumentId: z.string(),
      title: z.string(),
      openedAt: instant,
      result: z.string().nullable(),
      closedAt: instant.nullable(),
    }),
  ),
});
