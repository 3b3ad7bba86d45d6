import { extname } from 'node:path';
import { type INestApplicationContext } from '@nestjs/common';
import { type Command } from 'commander';
import { z } from 'zod';
import { DispositionTableQuery, UnitSummaryQuery } from '../consultation/index.js';
import { SubmissionTableQuery } from '../materials/index.js';
import { parseInput } from '../platform/index.js';
import { type DocumentFormat } from '../render/index.js';
import { print, printJson } from './output.js';
import { type CommonOptions, type Define } from './define.js';
import { withHouse } from './session.js';
import { writeWhole } from './write-whole.js';

type Table = (
  app: INestApplicationContext,
  compilationId: string,
  format: DocumentFormat,
) => Promise<AsyncIterable<Buffer>>;

const tables: Record<string, { title: string; render: Table }> = {
  disposition: {
    title: '征求意见汇总处理表',
    render: (app, id, format) => app.get(DispositionTableQuery).render(id, format),
  },
  submissions: {
    title: '材料报送进度表',
    render: (app, id, format) => app.get(SubmissionTableQuery).render(id, format),
  },
  units: {
    title: '征求意见按单位汇总',
    render: (app, id, format) => app.get(UnitSummaryQuery).render(id, format),
  },
};

const optionsSchema = z.object({
  out: z.string({ error: '请用 --out 指明输出文件' }).min(1, { error: '请用 --out 指明输出文件' }),
  format: z.enum(['docx', 'xlsx', 'csv', 'html'], { error: '应为 docx、xlsx、csv、html 之一' }),
});

/** Without --format the file's own ending says it. */
function readOptions({ out, format }: CommonOptions): z.infer<typeof optionsSchema> {
  const ending = typeof out === 'string' ? extname(out).slice(1) : undefined;
  return parseInput(optionsSchema, { out, format: format ?? ending });
}

export function tableCommands(program: Command, define: Define): void {
  const table = program.command('table').description('表格：导出为 DOCX、XLSX、CSV、HTML').helpCommand(false);
  for (const [name, { title, render }] of Object.entries(tables)) {
    define(table, name, title, (options) => {
      const { format, out } = readOptions(options);
      return withHouse(options.compilation, async ({ app, compilationId }) => {
        await writeWhole(out, await render(app, compilationId, format));
        if (options.json) return printJson({ table: name, format, out });
        print(`已将${title}写入 ${out}。`);
      });
    })
      .option('--format <format>', '格式：docx、xlsx、csv、html（省略时看文件名）')
      .option('--out <file>', '输出文件');
  }
}
