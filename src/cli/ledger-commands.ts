import { type Command } from 'commander';
import { type FilesVerdict, type LedgerVerdict, VerifyLedgerQuery } from '../compilation/index.js';
import { type ReplayVerdict, type RowsVerdict } from '../engine/index.js';
import {
  type Anchor,
  type ChainFault,
  type ChainVerdict,
  LedgerQuery,
  verifyLedgerFile,
} from '../ledger/index.js';
import { InvalidInput } from '../platform/index.js';
import { exitCodes, print, printJson } from './output.js';
import { type Define } from './define.js';
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
  form: '不是规范的写法（多出、重复或者改写了成员）',
  foreign: '属于另一个编制项目',
  empty: '没有条目',
  anchor: '与另外记下的摘要不符',
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
  define(
    ledger,
    'verify [file]',
    '核验台账（不给文件时核验数据库，并重放流程、比对各项登记）',
    async (options, file) => {
      const anchors = anchorsOf(options.anchor);
      const json = options.json === true;
      if (file !== undefined)
        return report(await verifyLedgerFile(await requireFile(file), anchors), {}, json);
      return withHouse(options.compilation, async ({ app, compilationId }) => {
        const verdict = await app.get(VerifyLedgerQuery).execute(compilationId, anchors);
        return report(verdict, verdict, json);
      });
    },
  ).option('--anchor <seq:hash...>', '另处记下的条目（序号:摘要），可写多个；没有时无法发现整体改写');
}

const anchorForm = /^(\d{1,10}):([0-9a-f]{64})$/;

function anchorsOf(given: unknown): Anchor[] {
  if (!Array.isArray(given)) return [];
  return given.map((text) => {
    const found = anchorForm.exec(String(text));
    if (found === null) throw new InvalidInput(`“${String(text)}”不是“序号:摘要”，例如 120:9f…（64位）。`);
    return { seq: Number(found[1]), hash: found[2] };
  });
}

function report(
  verdict: ChainVerdict,
  { replay, rows, files }: Partial<Pick<LedgerVerdict, 'replay' | 'rows' | 'files'>>,
  json: boolean,
): number {
  if (json) printJson(verdict);
  else for (const line of lines(verdict, replay, rows, files)) print(line);
  return verdict.ok ? exitCodes.done : exitCodes.wrong;
}

function lines(
  { ok, entries, head, firstBad, anchoredTo }: ChainVerdict,
  replay: ReplayVerdict | undefined,
  rows: RowsVerdict | undefined,
  files: FilesVerdict | undefined,
): string[] {
  if (firstBad?.kind === 'empty') return ['没有任何台账条目：这不是台账，或者内容已被清空。'];
  if (firstBad !== null)
    return [
      `台账有误：第${firstBad.seq}条${faultTitles[firstBad.kind]}（${firstBad.kind}）。请与备份或者另存的导出件核对。`,
    ];
  const anchored =
    anchoredTo === null
      ? '没有锚定，无法发现整体改写或者截去末尾后重新接续'
      : `与此前锚定的第${anchoredTo}号一致`;
  const chain = `台账链条完整，共${entries}条，末条摘要 ${head ?? '（空）'}；${anchored}。`;
  if (ok && rows === undefined) return [chain];
  const older = rows?.uncompared ?? [];
  const uncompared =
    older.length === 0 ? [] : [`${older.join('、')}登记于逐行记摘要之前，台账中没有可比对的摘要。`];
  if (ok)
    return [
      chain,
      `流程重放一致；${rows?.covers.join('、')}与台账所记摘要相符；所存文件${files?.checked ?? 0}个齐全，内容未变。`,
      ...uncompared,
    ];
  return [
    chain,
    ...(replay?.ok === false ? [`✗ 重放后有${replay.differing.length}项流程与库中状态不符。`] : []),
    ...(rows?.findings ?? []).map((finding) => `✗ ${finding}`),
    ...(files?.findings ?? []).map((finding) => `✗ ${finding}`),
    ...uncompared,
  ];
}
