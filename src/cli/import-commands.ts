import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Command } from 'commander';
import { ImportOpinionsUseCase } from '../consultation/index.js';
import { ImportUnitsUseCase } from '../directory/index.js';
import { InvalidInput } from '../platform/index.js';
import { exitCodes, print, printJson } from './output.js';
import { type Define } from './program.js';
import { withHouse } from './session.js';

interface Note {
  row: number;
  sentence: string;
}

/** One line of what an import found, the same for units and opinions. */
interface Found {
  summary: string;
  errors: Note[];
  warnings: Note[];
}

export function importCommands(program: Command, define: Define): void {
  const importing = program.command('import').description('导入：单位名册、意见').helpCommand(false);
  define(importing, 'units <file>', '导入单位名册（XLSX 或者 CSV）', async (options, path) => {
    const file = await readInput(path);
    return withHouse(options.compilation, async ({ app, compilationId, actor }) => {
      const units = app.get(ImportUnitsUseCase);
      const report = options.dryRun
        ? await units.preview(file)
        : await units.execute(compilationId, actor, file);
      if (options.json) return reportJson(report, report.errors.length);
      const { created, updated, unchanged } = report;
      const summary = `新增${created.length}家，更改${updated.length}家，不变${unchanged}家`;
      const notes = (issues: typeof report.errors) =>
        issues.map(({ row, column, message }) => ({ row, sentence: `${column}：${message}` }));
      return tell(
        { summary, errors: notes(report.errors), warnings: notes(report.warnings) },
        options.dryRun === true,
      );
    });
  }).option('--dry-run', '试导入：列出有误的行，不作任何更改');
  define(importing, 'opinions <file>', '导入意见（XLSX 或者 CSV）', async (options, path) => {
    const file = await readInput(path);
    return withHouse(options.compilation, async ({ app, compilationId, actor }) => {
      const opinions = app.get(ImportOpinionsUseCase);
      const report = options.dryRun
        ? await opinions.preview(compilationId, file)
        : await opinions.execute(compilationId, actor, file);
      if (options.json) return reportJson(report, report.errors.length);
      return tell({ ...report, summary: `可以导入的意见${report.valid}条` }, options.dryRun === true);
    });
  }).option('--dry-run', '试导入：列出有误的行，不作任何更改');
}

async function readInput(path: string): Promise<{ bytes: Buffer; fileName: string }> {
  const bytes = await readFile(path).catch(() => {
    throw new InvalidInput(`读不到文件“${path}”；请核对路径。`, 'file-unreadable');
  });
  return { bytes, fileName: basename(path) };
}

function reportJson(report: object, errors: number): number {
  printJson(report);
  return errors > 0 ? exitCodes.refused : exitCodes.done;
}

function tell({ summary, errors, warnings }: Found, dryRun: boolean): number {
  for (const { row, sentence } of errors) print(`✗ 第${row}行　${sentence}`);
  for (const { row, sentence } of warnings) print(`△ 第${row}行　${sentence}`);
  const outcome = dryRun ? '试导入，未作任何更改' : '已导入';
  print(`${summary}；有误${errors.length}处，请留意${warnings.length}处。${outcome}。`);
  return errors.length > 0 ? exitCodes.refused : exitCodes.done;
}
