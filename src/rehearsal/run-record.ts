import { z } from 'zod';
import { cleanLine, type Instant, Refusal } from '../platform/index.js';

const count = (least: number, most: number) =>
  z.coerce
    .number({ error: '应为整数' })
    .int({ error: '应为整数' })
    .min(least, { error: `不得小于${least}` })
    .max(most, { error: `不得超过${most}` });

/** What a page lets choose; a larger year is for the command. */
export const runOptionsSchema = z.object({
  seed: count(0, 2 ** 31 - 1),
  units: count(5, 500),
  opinions: count(0, 5000),
  lateUnit: z
    .string()
    .max(200)
    .default('')
    .transform((name) => cleanLine(name).trim() || null),
});
export type RunOptions = z.output<typeof runOptionsSchema>;

export interface StoredRun {
  id: string;
  options: RunOptions;
  /** By the clock on the wall, whatever day the house shows. */
  startedAt: Instant;
  startedBy: string;
  pid: number;
}

export const unfinished = '推演程序中断，没有写出结果';

export class RunInProgress extends Refusal {
  constructor() {
    super('rehearsal-in-progress', '有一次推演正在进行；请等它结束后再开始。', 409);
  }
}
