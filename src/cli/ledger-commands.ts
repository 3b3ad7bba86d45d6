import { type Command } from 'commander';
import { checkReplay } from '../engine/index.js';
import { type ChainFault, type ChainVerdict, LedgerQuery, verifyLedgerFile } from '../ledger/index.js';
import { Database, InvalidInput } from '../platform/index.js';
import { exitCodes, print, printJson } from './output.js';
import { type Define } from './program.js';
import { requireFile } from './require-file.js';
import { withHouse } from './session.js';
import { writeWhole } from './write-whole.js';

const faultTitles: Record<ChainFault, string> = {
  edit: '内容被改动',
  gap: '缺少条目',
  reorder: '次序颠倒',
  fork: '链条分叉',
  truncation: '末尾被截去',
  clock: '时刻早于前一条',
  genesis: '缺少首条',
  malformed: '不是台账条目',
};

export function ledgerCommands(program: Command, define: Define): void {
  const ledger = program.command('ledger').description('台账：导出、核验').helpCommand(false);
  const exporting = define(ledger, 'export', '导出台账，每行一条', (options) =>
    withHouse(options.compilation, async ({ app, compilationId }) => {
      if (typeof options.out !== 'string') throw new InvalidInput('请用 --out 指明导出文件。');
      await writeWhole(options.out, app.get(LedgerQuery).export(compilationId));
      const head = await app.get(LedgerQuery).head(compilationId);
      if (options.json) return printJson({ out: options.out, entries: head.seq, head: head.hash });
      print(`已导出${head.seq}条至 ${options.out}，末条摘要 ${head.hash}。`);
    }),
  );
  exporting.option('--out <file>', '导出文件');
  define(ledger, 'verify [file]', '核验台账（不给文件时核验数据库，并重放流程）', async (options, file) => {
    if (file !== undefined)
      return report(await verifyLedgerFile(await requireFile(file)), options.json === true);
    return withHouse(options.compilation, async ({ app, compilationId }) => {
      const verdict = await app.get(LedgerQuery).verify(compilationId);
      const replay = await app.get(Database).read((reader) => checkReplay(reader, compilationId));
      return report({ ...verdict, ok: verdict.ok && replay.ok, replay }, options.json === true);
    });
  });
}

function report(verdict: ChainVerdict & { replay?: { differing: string[] } }, json: boolean): number {
  if (json) printJson(verdict);
  else if (verdict.ok) print(`台账完整，共${verdict.entries}条，末条摘要 ${verdict.head ?? '（空）'}。`);
  else if (verdict.firstBad !== null) {
    const { seq, kind } = verdict.firstBad;
    print(`台账有误：第${seq}条${faultTitles[kind]}（${kind}）。请与备份或者另存的导出件核对。`);
  } else print(`台账链条完整，但重放后有${verdict.replay?.differing.length ?? 0}项流程与库中状态不符。`);
  return verdict.ok ? exitCodes.done : exitCodes.wrong;
}
