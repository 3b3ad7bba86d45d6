import { z } from 'zod';
import { calendarDateSchema } from '../calendar/index.js';
import { instantText, isoInstant } from '../web/index.js';
import { type Compilation, type DraftingGroupMember } from './compilation.entity.js';
import { type ProcedureRecord } from './procedure-record.entity.js';

export const compilationView = z.object({
  id: z.string(),
  title: z.string(),
  shortTitle: z.string(),
  documentNumber: z.string().nullable(),
  issuer: z.string(),
  secretariat: z.string(),
  firstDay: calendarDateSchema,
  decisionCatalogued: z.boolean(),
  preparedAt: instantText,
  startedAt: instantText.nullable(),
  suspendedAt: instantText.nullable(),
});

export function viewCompilation(compilation: Compilation): z.input<typeof compilationView> {
  const { id, title, shortTitle, documentNumber, issuer, secretariat, firstDay } = compilation;
  return {
    ...{ id, title, shortTitle, documentNumber, issuer, secretariat, firstDay },
    decisionCatalogued: compilation.decisionCatalogued,
    preparedAt: isoInstant(compilation.preparedAt),
    startedAt: isoInstant(compilation.startedAt),
    suspendedAt: isoInstant(compilation.suspendedAt),
  };
}

const gateLine = z.object({
  requirement: z.string(),
  title: z.string(),
  met: z.boolean(),
  blocking: z.boolean().describe('false 为提示，不妨碍办理'),
  sentence: z.string(),
  facts: z.unknown(),
});

export const gateView = z.object({
  event: z.string(),
  title: z.string(),
  open: z.boolean(),
  lines: z.array(gateLine),
});

export const statusView = z.object({
  compilation: z.object({ id: z.string(), title: z.string(), documentNumber: z.string().nullable() }),
  state: z.string(),
  stateTitle: z.string(),
  draftVersion: z.string().nullable(),
  next: z.object({ event: z.string(), title: z.string(), state: z.string().nullable() }).nullable(),
  gate: z.array(gateLine),
  offered: z.array(z.object({ event: z.string(), title: z.string(), open: z.boolean() })),
});

export const advancedView = z.object({
  event: z.string(),
  state: z.string(),
  draftVersion: z.string().nullable(),
});

export const memberView = z.object({
  id: z.string(),
  role: z.enum(['head', 'member', 'secretariat']),
  organisation: z.string(),
  post: z.string(),
});

export const viewMember = ({ id, role, organisation, post }: DraftingGroupMember) => ({
  ...{ id, role, organisation, post },
});

export const procedureView = z.object({
  id: z.string(),
  kind: z.string(),
  content: z.record(z.string(), z.unknown()),
  fileDigest: z.string().nullable(),
  recordedAt: instantText,
  recordedBy: z.string(),
});

export function viewProcedure(record: ProcedureRecord): z.input<typeof procedureView> {
  const { id, kind, content, fileDigest, recordedBy } = record;
  return { id, kind, content, fileDigest, recordedBy, recordedAt: isoInstant(record.recordedAt) };
}
