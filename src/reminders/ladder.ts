import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { lineInput, parseInput, seedsFolder } from '../platform/index.js';

/** Longer ago or further ahead no one is reminded of a deadline. */
const farthestWorkingDays = 250;

const wholeDays = (least: number) =>
  z
    .int({ error: '应为整数' })
    .min(least, { error: `不得小于${least}` })
    .max(farthestWorkingDays, { error: `不得大于${farthestWorkingDays}` });

const rungSchema = z
  .strictObject({
    /** Stays when a rung is moved or renamed: the register knows it by this. */
    key: z.string().regex(/^(?=.{1,40}$)[a-z0-9]+(?:-[a-z0-9]+)*$/, {
      error: '只能用小写字母、数字和连字符，最多40个字符',
    }),
    title: lineInput(40),
    /** Working days from the effective day, negative before it; null: when the obligation is issued. */
    offsetWorkingDays: wholeDays(-farthestWorkingDays).nullable(),
    template: z.enum(['notice', 'reminder', 'overdue'], { error: '应为 notice、reminder、overdue 之一' }),
    audience: z
      .array(z.enum(['liaison', 'leader'], { error: '应为 liaison 或 leader' }))
      .min(1, { error: '至少告知一人' }),
    /** Again and again after that many working days, until the unit hands in. */
    repeatEveryWorkingDays: wholeDays(1).optional(),
  })
  .refine((rung) => rung.template === templateAt(rung.offsetWorkingDays), {
    path: ['template'],
    error: '下达时用通知（notice），期限前和当日用提醒（reminder），逾期后用催报（overdue）',
  })
  .refine((rung) => rung.template === 'overdue' || !rung.audience.includes('leader'), {
    path: ['audience'],
    error: '分管负责人只在逾期后告知',
  })
  .refine((rung) => rung.template === 'overdue' || rung.repeatEveryWorkingDays === undefined, {
    path: ['repeatEveryWorkingDays'],
    error: '只有逾期后的催报可以重复',
  });

/** 提醒阶梯的一级: what is sent when, and to whom. */
export type Rung = z.output<typeof rungSchema>;

export const ladderSchema = z
  .array(rungSchema)
  .min(1, { error: '至少保留一级' })
  .max(30, { error: '最多30级' })
  .refine((rungs) => allDiffer(rungs.map((rung) => rung.key)), { error: '各级的代号不得相同' })
  .refine((rungs) => allDiffer(rungs.map((rung) => rung.offsetWorkingDays)), {
    error: '同一天只能有一级',
  })
  .refine(
    (rungs) => rungs.every((rung) => rung.repeatEveryWorkingDays === undefined || isLast(rung, rungs)),
    {
      error: '重复的一级应为最后一级',
    },
  );

/** The ladder of a compilation that has none of its own, from seeds/ladder.json. */
export const defaultLadder: Rung[] = parseInput(
  ladderSchema,
  (JSON.parse(readFileSync(join(seedsFolder, 'ladder.json'), 'utf8')) as { rungs: unknown }).rungs,
);

/** A mail says 逾期 exactly when the unit is late, so the template follows from the day. */
export function templateAt(offsetWorkingDays: number | null): 'notice' | 'reminder' | 'overdue' {
  if (offsetWorkingDays === null) return 'notice';
  return offsetWorkingDays <= 0 ? 'reminder' : 'overdue';
}

function allDiffer(values: unknown[]): boolean {
  return new Set(values).size === values.length;
}

function isLast(rung: Rung, rungs: Rung[]): boolean {
  const day = (one: Rung) => one.offsetWorkingDays ?? -Infinity;
  return rungs.every((other) => day(other) <= day(rung));
}
