import { type Command } from 'commander';
import { z } from 'zod';
import { parseInput } from '../platform/index.js';
import { rehearse } from '../rehearsal/index.js';
import { print, printJson } from './output.js';
import { type Define } from './define.js';

const count = (most: number) =>
  z.coerce
    .number({ error: '应为整数' })
    .int({ error: '应为整数' })
    .min(0, { error: '不得为负数' })
    .max(most, {
      error: `不得超过${most}`,
    });
const optionsSchema = z.object({
  out: z.string({ error: '请用 --out 指明输出文件夹' }).min(1),
  seed: count(2 ** 31),
  units: count(5000).refine((units) => units >= 5, { error: '至少5家，五类单位各一家' }),
  opinions: count(1_000_000),
  lateUnit: z.string().min(1).optional(),
});

export function rehearseCommand(program: Command, define: Define): void {
  define(program, 'rehearse', '推演：在临时数据库和模拟时钟上走完全程', async (options) => {
    const { out, seed, units, opinions, lateUnit } = parseInput(optionsSchema, options);
    // Progress goes to standard error, so that --json leaves the summary alone on standard output.
    const onProgress = (line: string) => void process.stderr.write(`${line}\n`);
    const summary = await rehearse({ out, seed, units, opinions, lateUnit, onProgress });
    if (options.json) return printJson(summary);
    print(
      `推演完成：${summary.steps.length}步，${summary.mails.total}封邮件，${summary.opinions.total}条意见。`,
    );
    print(
      `报告 ${out}/report.html，摘要 ${out}/summary.json；用时${(summary.durationMs / 1000).toFixed(1)}秒。`,
    );
  })
    .option('--out <folder>', '输出文件夹')
    .option('--seed <number>', '随机种子', '1')
    .option('--units <number>', '参与的单位数', '160')
    .option('--opinions <number>', '公众意见条数', '300')
    .option('--late-unit <name>', '假定这家单位（全称）逾期才报送');
}
