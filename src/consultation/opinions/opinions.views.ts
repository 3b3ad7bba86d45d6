import { z } from 'zod';
import { instant } from '../../web/index.js';
import { dispositions } from '../../../workflows/index.js';

const count = z.number().int();
const optionalText = z.string().nullable();

/** Without names and contacts of private persons: lists do not need them. */
export const opinionView = z.object({
  id: z.string(),
  number: z.string().describe('意见编号'),
  round: count,
  state: z.string(),
  stateTitle: z.string(),
  channel: z.string(),
  category: z.string(),
  unitId: optionalText,
  organisation: optionalText,
  draftVersionId: optionalText,
  clauseId: optionalText,
  clauseLabel: optionalText,
  quotation: optionalText,
  content: z.string(),
  receivedAt: instant,
  late: z.boolean(),
  parentId: optionalText,
  groupId: optionalText,
  handler: optionalText,
  disposition: z.enum(dispositions).nullable(),
  reason: optionalText,
  changedClauseId: optionalText,
  unchangedReason: optionalText.describe('采纳而条款文字不作改动的理由'),
  disposedAt: instant.nullable(),
  returnReason: optionalText,
  reviewedAt: instant.nullable(),
  revision: count,
});

const dispositionCounts = z.object({
  total: count,
  ...(Object.fromEntries(dispositions.map((name) => [name, count])) as Record<
    (typeof dispositions)[number],
    typeof count
  >),
});

export const countsView = z.object({
  states: z.object({
    total: count,
    unassigned: count,
    undisposed: count,
    unreviewed: count,
    reviewed: count,
  }),
  dispositions: dispositionCounts,
});

export const feedbackView = z.object({
  id: z.string(),
  round: count,
  title: z.string(),
  text: z.string(),
  counts: dispositionCounts,
  digest: z.string(),
  publishedAt: instant,
});
