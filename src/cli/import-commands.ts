import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Command } from 'commander';
import {
  dispositionTable,
  importOpinions,
  readOpinionChoice,
  returnTable,
  TryOpinionsQuery,
  TryReturnQuery,
} from '../consultation/index.js';
import { importUnits, rosterTable, TryUnitsQuery } from '../directory/index.js';
import { ActRunner, type Sent } from '../engine/index.js';
import { InvalidInput, parseInput, sha256 } from '../platform/index.js';
import { type SheetFindings } from '../sheets/index.js';
import { exitCodes, print, printJson } from './output.js';
import { type CommonOptions, type Define } from './define.js';
import { keyOption, once, withHouse } from './session.js';
import { sheetChoiceInput, sheetChoiceOf, sheetFieldsOf, withSheetOptions } from './sheet-options.js';

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

const dryRun = ['--dry-run', '试导入：列出怎样读取、存疑之处和有误的行，不作任何更改'] as const;

export function importCommands(program: Command, define: Define): void {
  const importing = program
    .command('import')
    .description('导入：单位名册、意见、填好的汇总处理表')
    .helpCommand(false);
  const units = define(importing, 'units <file>', '导入单位名册（XLSX 或者 CSV）', async (options, path) => {
    const roster = await readInput(path);
    return withHouse(options.compilation, async (session) => {
      const { app, compilationId, actor } = session;
      const choice = sheetChoiceOf(rosterTable, options);
      const file = { name: roster.fileName, mediaType: '', bytes: Buffer.from(roster.bytes) };
      const report = options.dryRun
        ? await app.get(TryUnitsQuery).execute(compilationId, { ...roster, choice })
        : await once(session, options, ['import units', sha256(file.bytes)], () =>
            app
              .get(ActRunner)
              .perform(importUnits, { compilationId, actor }, sheetChoiceInput(options), { file }),
          );
      if (options.json) return reportJson(report, report.errors.length);
      tellFindings(report);
      const { created, updated, unchanged } = report;
      const summary = `新增${created.length}家，更改${updated.length}家，不变${unchanged}家`;
      const notes = (issues: typeof report.errors) =>
        issues.map(({ row, column, message }) => ({ row, sentence: `${column}：${message}` }));
      return tell(
        { summary, errors: notes(report.errors), warnings: notes(report.warnings) },
        options.dryRun === true,
      );
    });
  });
  withSheetOptions(units)
    .option(...dryRun)
    .option(...keyOption);
  opinionsCommand(importing, define);
  dispositionsCommand(importing, define);
}

function opinionsCommand(importing: Command, define: Define): void {
  const command = define(importing, 'opinions <file>', '导入意见（XLSX 或者 CSV）', async (options, path) => {
    const { bytes, fileName } = await readInput(path);
    const file = { name: fileName, mediaType: '', bytes };
    const choice = opinionChoiceInput(options);
    return withHouse(options.compilation, async (session) => {
      const { app, compilationId, actor } = session;
      const read = () => readOpinionChoice(parseInput(importOpinions.input, choice));
      const report = options.dryRun
        ? await app.get(TryOpinionsQuery).execute(compilationId, { bytes, fileName, ...read() })
        : await once(session, options, ['import opinions', sha256(bytes), JSON.stringify(choice)], () =>
            app.get(ActRunner).perform(importOpinions, { compilationId, actor }, choice, { file }),
          );
      if (options.json) return reportJson(report, report.errors.length);
      tellFindings(report);
      const summary = `可以导入的意见${report.valid}条，答复“无意见”${report.answers.length}家`;
      return tell({ ...report, summary }, options.dryRun === true);
    });
  });
  withSheetOptions(command)
    .option('--channel <channel>', '表中未写渠道的行所用的渠道')
    .option('--outsiders <category>', '不在单位名册中的提出者，按此类别登记')
    .option('--blank-proposer <whose>', '没有写提出单位的行：above 按上一行，public 按社会公众')
    .option(...dryRun)
    .option(...keyOption);
}

function opinionChoiceInput(options: CommonOptions): Sent<typeof importOpinions> {
  const { channel, outsiders, blankProposer } = options;
  return { ...sheetFieldsOf(options), channel, outsiders, blankProposer } as Sent<typeof importOpinions>;
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

/** How the table was understood: the sheet, the header, each column, what is doubtful and what is left out. */
function tellFindings({ table, doubts, leftOut }: SheetFindings): void {
  const { sheet, header, columns } = table;
  const rows = header === null ? '没有表头' : `表头在第${header.first}行`;
  print(`${sheet === '' ? '' : `工作表“${sheet}”，`}${rows}`);
  for (const { letters, heading, field } of columns)
    print(`  ${letters}列　${heading || '（没有列名）'}　${field === null ? '不读入' : `→ ${field}`}`);
  for (const { place, message, blocks } of doubts) print(`${blocks ? '✗' : '△'} ${place}　${message}`);
  for (const { place, what } of leftOut) print(`－ ${place}　${what}`);
}

function tell({ summary, errors, warnings }: Found, dryRun: boolean): number {
  for (const { row, sentence } of errors) print(`✗ 第${row}行　${sentence}`);
  for (const { row, sentence } of warnings) print(`△ 第${row}行　${sentence}`);
  const outcome = dryRun ? '试导入，未作任何更改' : '已导入';
  print(`${summary}；有误${errors.length}处，请留意${warnings.length}处。${outcome}。`);
  return errors.length > 0 ? exitCodes.refused : exitCodes.done;
}

function dispositionsCommand(importing: Command, define: Define): void {
  const description = '交回填好的征求意见汇总处理表，批量办理意见（XLSX 或者 CSV）';
  const command = define(importing, 'dispositions <file>', description, async (options, path) => {
    const choice = sheetChoiceOf(dispositionTable, options);
    const { bytes, fileName } = await readInput(path);
    const file = { name: fileName, mediaType: '', bytes };
    const skipRefused = options.skipRefused === true;
    const order = { ...sheetChoiceInput(options), skipRefused: skipRefused ? 'true' : 'false' } as const;
    return withHouse(options.compilation, async (session) => {
      const { app, compilationId, actor } = session;
      const report = options.dryRun
        ? await app.get(TryReturnQuery).execute(compilationId, { bytes, fileName, choice })
        : await once(session, options, ['import dispositions', sha256(bytes)], () =>
            app.get(ActRunner).perform(returnTable, { compilationId, actor }, order, { file }),
          );
      if (options.json) return reportJson(report, skipRefused ? 0 : report.refusals.length);
      tellFindings(report);
      for (const { row, number, from, disposition, clauseLabel } of report.changes)
        print(
          `  第${row}行　${number}　${from} → ${disposition}${clauseLabel === null ? '' : `（${clauseLabel}）`}`,
        );
      const summary = `办理${report.changes.length}件，未填${report.blank}件，不变${report.unchanged}件`;
      return tell({ summary, errors: report.refusals, warnings: [] }, options.dryRun === true);
    });
  });
  withSheetOptions(command)
    .option('--skip-refused', '不能办理的行不办，办理其余各行')
    .option(...dryRun)
    .option(...keyOption);
}
