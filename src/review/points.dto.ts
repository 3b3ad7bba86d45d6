import { z } from 'zod';
import { beganInput, type Stored, textInput } from '../platform/index.js';
import { pointKinds } from './review-point.entity.js';

const content = textInput(10_000).refine((text) => text.trim() !== '', { error: '请写明意见内容' });

export const filePointSchema = z.object({
  kind: z.enum(pointKinds, {
    error: '应为 expert（专家意见）、plenary（审议意见）或者 municipal（退回意见）',
  }),
  /** Whose written opinion it belongs to; without it the meeting as a whole, or the government, made it. */
  inviteeId: z.string().nullable().default(null),
  /** The clause of the draft that was discussed; without it the whole text. */
  clauseId: z.string().nullable().default(null),
  content,
  dissent: z.boolean().default(false),
});
export type FilePoint = z.output<typeof filePointSchema>;

export const amendPointSchema = z.object({ content, dissent: z.boolean(), began: beganInput });

/** As the forms of a point have it. */
export const pointContent = (point: { content: string; dissent: boolean }): Stored => ({
  content: point.content,
  dissent: point.dissent ? 'yes' : '',
});
export const answerContent = (point: {
  answer: string | null;
  answerText: string;
  answerClauseId: string | null;
}): Stored => ({ answer: point.answer ?? '', text: point.answerText, clauseId: point.answerClauseId ?? '' });

export const answerPointSchema = z
  .object({
    answer: z.enum(['changed', 'unchanged'], { error: '应为 changed（已修改）或者 unchanged（不修改）' }),
    /** The clause of the working revision that was changed. */
    clauseId: z.string().nullable().default(null),
    text: textInput(10_000).refine((text) => text.trim() !== '', { error: '请写明如何修改或者为何不改' }),
    /** Why 已修改 stands although the clause reads as before; printed with the answer. */
    unchangedReason: textInput(2000)
      .nullable()
      .default(null)
      .transform((text) => (text === null || text.trim() === '' ? null : text)),
    began: beganInput,
  })
  .refine(({ answer, clauseId }) => answer === 'unchanged' || clauseId !== null, {
    error: '已修改的，请选择修改稿中的条款',
    path: ['clauseId'],
  });
