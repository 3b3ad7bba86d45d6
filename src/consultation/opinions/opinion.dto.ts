import { z } from 'zod';
import { lineInput, textInput } from '../../platform/index.js';
import { channels, proposerCategories } from './opinion-kinds.js';

export const longestOpinion = 10_000;

const contentInput = textInput(longestOpinion).refine((text) => text.trim() !== '', {
  error: '请写明意见内容',
});

const anchorShape = {
  clauseId: z.string().nullish(),
  clauseLabel: lineInput(100).nullish(),
  quotation: textInput(2000).nullish(),
};

/** One point: what it says and the clause it speaks of. */
export const pointSchema = z.object({ content: contentInput, ...anchorShape });
export type Point = z.infer<typeof pointSchema>;

export const proposerSchema = z.object({
  category: z.enum(proposerCategories, { error: `应为${proposerCategories.join('、')}之一` }),
  unitId: z.string().nullish(),
  organisation: lineInput(200).nullish(),
  personName: lineInput(100).nullish(),
  personContact: lineInput(200).nullish(),
});

export const receiveOpinionSchema = pointSchema.extend({
  channel: z.enum(channels, { error: `应为${channels.join('、')}之一` }),
  proposer: proposerSchema,
  /** Epoch milliseconds; now when it is left out. */
  receivedAt: z.int().nullish(),
  /** A caller's own key: sending the same opinion again registers it once. */
  submissionKey: z.string().max(200).nullish(),
});
export type ReceiveOpinion = z.infer<typeof receiveOpinionSchema>;
