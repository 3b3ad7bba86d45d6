import { z } from 'zod';
import { lineInput, named, textInput } from '../../platform/index.js';
import { channels, proposerCategories } from './opinion-kinds.js';

export const longestOpinion = 10_000;

const contentInput = textInput(longestOpinion).refine((text) => text.trim() !== '', {
  error: '请写明意见内容',
});

const anchorShape = {
  clauseId: named('条款', z.string().nullish()),
  clauseLabel: named('所指条款', lineInput(100).nullish()),
  quotation: named('引用原文', textInput(2000).nullish()),
};

/** One point: what it says and the clause it speaks of. */
export const pointSchema = z.object({ content: named('意见内容', contentInput), ...anchorShape });
export type Point = z.infer<typeof pointSchema>;

const category = z.enum(proposerCategories, { error: `应为${proposerCategories.join('、')}之一` });

export const proposerSchema = z.object({
  category: named('提出者类别', category),
  unitId: named('征求意见单位', z.string().nullish()),
  organisation: named('单位名称', lineInput(200).nullish()),
  personName: named('姓名', lineInput(100).nullish()),
  personContact: named('联系方式', lineInput(200).nullish()),
});

const channel = z.enum(channels, { error: `应为${channels.join('、')}之一` });

export const receiveOpinionSchema = pointSchema.extend({
  channel: named('渠道', channel),
  proposer: named('提出人', proposerSchema),
  /** Epoch milliseconds; now when it is left out. */
  receivedAt: named('收到时间', z.int().nullish()),
  /** A caller's own key: sending the same opinion again registers it once. */
  submissionKey: named('提交标识', z.string().max(200).nullish()),
});
export type ReceiveOpinion = z.infer<typeof receiveOpinionSchema>;

/** Points that a letter is separated into. */
export const pointsSchema = z.array(pointSchema).max(100, { error: '一次最多拆成100条' });

export const receivedOpinionView = z.object({ id: z.string(), number: z.string(), late: z.boolean() });
