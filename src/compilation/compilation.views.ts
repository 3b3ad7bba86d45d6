import { z } from 'zod';
import { calendarDateSchema } from '../calendar/index.js';
import { instant } from '../web/index.js';

export const compilationView = z.object({
  id: z.string(),
  title: z.string(),
  shortTitle: z.string(),
  documentNumber: z.string().nullable(),
  issuer: z.string(),
  secretariat: z.string(),
  publicity: z.string().describe('公开属性，如“主动公开”'),
  contact: z.object({ office: z.string(), telephone: z.string(), address: z.string() }),
  firstDay: calendarDateSchema,
  decisionCatalogued: z.boolean(),
  preparedAt: instant,
  startedAt: instant.nullable(),
  suspendedAt: instant.nullable(),
});

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

export const procedureView = z.object({
  id: z.string(),
  kind: z.string(),
  content: z.record(z.string(), z.unknown()),
  fileDigest: z.string().nullable(),
  recordedAt: instant,
  recordedBy: z.string(),
});
