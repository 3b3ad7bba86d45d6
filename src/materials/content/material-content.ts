import { z } from 'zod';
import { cleanLine, textInput } from '../../platform/index.js';
import { readMilestoneDate } from './milestone-date.js';
import { readNumericEntry } from './numeric-entry.js';
import { strategySchema } from './strategies.js';

/** Rows of one list; the notice asks for about 3000 characters, which no longer list fits. */
export const longestList = 100;

/** “质量基础设施能力达到国际先进水平” is a target as well. */
export const longestAmount = 200;

/** One line that may still be empty: a draft is kept while it is being written. */
const line = (maxCharacters = 200) =>
  z
    .string({ error: '应为文字' })
    .max(maxCharacters, { error: `不得超过${maxCharacters}个字符` })
    .transform((text) => cleanLine(text))
    .default('');
const list = <T extends z.ZodType>(item: T) =>
  z
    .array(item, { error: '应为列表' })
    .max(longestList, { error: `不得超过${longestList}项` })
    .default([]);
const part = textInput(50_000).default('');
const amount = z
  .union([z.number(), line(longestAmount), z.null()], { error: '应为数值或者文字' })
  .transform(readNumericEntry)
  .default(null);

export const indicatorSchema = z.strictObject({
  name: line(),
  unit: line(30),
  /** 不低于、不高于 of both targets, unless one is written with its own: 85%以上. */
  bound: z.enum(['', '≥', '≤'], { error: '应为“≥”“≤”或者留空' }).default(''),
  baseline: amount,
  value2025: amount,
  value2035: amount,
  source: line(300),
  /** 测算方法, for the notes on indicators in the 编制说明. */
  method: line(500),
});
export type Indicator = z.output<typeof indicatorSchema>;

/** One row of the problem register: problem → cause → measure (通知二、（一）). */
export const problemSchema = z.strictObject({ title: line(), cause: line(1000) });
export type Problem = z.output<typeof problemSchema>;

export const goalSchema = z.strictObject({ title: line() });
export type Goal = z.output<typeof goalSchema>;

export const milestoneSchema = z.strictObject({
  by: line(30).transform((text) => readMilestoneDate(text) ?? text),
  result: line(500),
});

export const taskSchema = z.strictObject({
  title: line(),
  /** The title of one of the goals, or the name of one of the indicators. */
  goal: line(),
  /** The title of one of the problems. */
  problem: line(),
  /** 时间表 */
  timetable: line(),
  /** 路线图 */
  milestones: list(milestoneSchema),
  /** Empty: the unit itself. */
  owner: line(),
  /** 重点突破 (通知二、（二）), as against full coverage. */
  breakthrough: z.boolean({ error: '应为是或者否' }).default(false),
  strategies: list(strategySchema),
});
export type Task = z.output<typeof taskSchema>;

/** One of the catalogue's numbers, or 目录外. */
export const topicSchema = z
  .union([z.int().min(1), z.literal('outside')], { error: '应为课题目录的序号，或者“outside”（目录外）' })
  .nullable()
  .default(null);
export type Topic = z.output<typeof topicSchema>;

/**
 * What a unit hands in, and equally what it has typed so far: every field may still be empty. An amount is kept as
 * it was written, {@link readTarget} says what it means. Whether all can be handed in, {@link examineMaterial} says.
 */
export const materialContentSchema = z.strictObject({
  parts: z
    .strictObject({ currentState: part, shortcomings: part, goals: part, measures: part, report: part })
    .prefault({}),
  problems: list(problemSchema),
  goals: list(goalSchema),
  indicators: list(indicatorSchema),
  tasks: list(taskSchema),
  topic: topicSchema,
  /** 自拟题目 of a research report. */
  title: line(),
  /** 可复制、可借鉴、可推广 (通知四、（一）1): what of the report is so, and why. */
  checklist: z
    .strictObject({ replicable: line(2000), referable: line(2000), scalable: line(2000) })
    .prefault({}),
  /** Where the data of the report come from. */
  sources: list(z.strictObject({ item: line(300), source: line(300) })),
  /** The unit answers for its data: 数据要真实准确. */
  attested: z.boolean({ error: '应为是或者否' }).default(false),
});
export type MaterialContent = z.output<typeof materialContentSchema>;

export const emptyContent = (): MaterialContent => materialContentSchema.parse({});
