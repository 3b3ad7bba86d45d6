import { z } from 'zod';
import { instant } from '../web/index.js';
import { meetingKindNames } from './meeting-kinds.js';
import { pointKinds } from './review-point.entity.js';

const count = z.number().int();

export const pointView = z.object({
  id: z.string(),
  kind: z.enum(pointKinds),
  round: count,
  number: count,
  meetingId: z.string().nullable(),
  inviteeId: z.string().nullable(),
  proposer: z.string(),
  clauseId: z.string().nullable(),
  clauseLabel: z.string(),
  content: z.string(),
  dissent: z.boolean(),
  filedAt: instant,
  answer: z.enum(['changed', 'unchanged']).nullable(),
  answerText: z.string(),
  answerClauseId: z.string().nullable(),
  unchangedReason: z.string().nullable(),
  answeredAt: instant.nullable(),
  clauseUnchanged: z.boolean().describe('答复为“已修改”，但所指条款的文字没有变化'),
  revision: count,
});

const inviteeView = z.object({
  id: z.string(),
  partyId: z.string(),
  name: z.string(),
  organisation: z.string(),
  response: z.enum(['accepted', 'declined']).nullable(),
  present: z.boolean(),
  conflict: z.enum(['none', 'direct']).nullable(),
  recused: z.boolean(),
  recommendation: z.string().nullable(),
  writtenOpinion: z.string(),
  signature: z.enum(['unsigned', 'signed', 'void']).describe('void 为签署后又有改动，须重新签署'),
});

export const meetingView = z.object({
  id: z.string(),
  kind: z.enum(meetingKindNames),
  title: z.string(),
  round: count,
  startsAt: instant,
  endsAt: instant,
  place: z.string(),
  agenda: z.array(z.string()),
  draftVersionId: z.string().nullable(),
  materialsSentAt: instant.nullable(),
  heldAt: instant.nullable(),
  conclusion: z.string().nullable(),
  concludedAt: instant.nullable(),
  warnings: z.array(z.string()),
  weight: z
    .object({ met: z.boolean(), sentence: z.string() })
    .nullable()
    .describe('结论与到会、书面意见是否相符，与总览的条件一致'),
  invitees: z.array(inviteeView),
  points: z.array(pointView),
  revision: count,
});

export const signedView = z.object({ signatureId: z.string(), contentDigest: z.string() });
export const voidedView = z.object({ signatureVoided: z.boolean().describe('原签署因改动而失效') });
