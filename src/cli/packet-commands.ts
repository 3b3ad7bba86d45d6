import { ActRunner } from '../engine/index.js';
import { type Command } from 'commander';
import { InvalidInput } from '../platform/index.js';
import {
  type LedgerMatch,
  matchLedger,
  PacketBuilder,
  PacketQuery,
  type PacketVerdict,
  requestPacket,
  verifyPacketFile,
} from '../packet/index.js';
import { exitCodes, print, printJson } from './output.js';
import { type Define } from './define.js';
import { requireFile } from './require-file.js';
import { keyOption, once, withHouse } from './session.js';
import { writeWhole } from './write-whole.js';

export function packetCommands(program: Command, define: Define): void {
  const packet = program.command('packet').description('报批材料：生成、核验').helpCommand(false);
  define(packet, 'build', '生成报批材料并写入文件', (options) => {
    const { out } = options;
    if (typeof out !== 'string' || out === '') throw new InvalidInput('请用 --out 指明输出文件。');
    return withHouse(options.compilation, async (session) => {
      const { app, compilationId, actor } = session;
      const { id } = await once(session, options, ['packet build'], () =>
        app.get(ActRunner).perform(requestPacket, { compilationId, actor }, {}),
      );
      await app.get(PacketBuilder).ensureBuilt(compilationId, id);
      await writeWhole(out, await app.get(PacketQuery).stream(compilationId, id));
      const { ledgerSeq, sha256, sm3, sizeBytes } = await app.get(PacketQuery).find(compilationId, id);
      if (options.json) return printJson({ out, id, ledgerSeq, sha256, sm3, sizeBytes });
      print(`报批材料已写入 ${out}，对应台账第${ledgerSeq}条。\nSHA-256 ${sha256}\nSM3 ${sm3}`);
    });
  })
    .option('--out <file>', '输出文件')
    .option(...keyOption);
  define(packet, 'verify <file>', '核验报批材料（不需要数据库）', async (options, file) => {
    const verdict = await verifyPacketFile(await requireFile(file));
    const { ledger: exported } = options;
    const ledger =
      typeof exported === 'string' ? await matchLedger(await requireFile(exported), verdict) : null;
    const ok = verdict.ok && ledger?.ok !== false;
    if (options.json) printJson({ ...verdict, ok, ...(ledger && { ledgerMatch: ledger }) });
    else report(verdict, ledger);
    return ok ? exitCodes.done : exitCodes.wrong;
  }).option('--ledger <file>', '同时与导出的台账核对（ledger export 的文件）');
}

function report(verdict: PacketVerdict, match: LedgerMatch | null): void {
  const { ok, missing, added, changed, fault, sha256, sm3, ledger } = verdict;
  const findings = { 缺少: missing, 多出: added, 改动: changed };
  if (fault !== null) print(`✗ ${fault}`);
  for (const [what, names] of Object.entries(findings)) for (const name of names) print(`✗ ${what}：${name}`);
  if (ok) print('报批材料完整，逐件与清单相符。');
  if (match !== null) for (const line of matchLines(match)) print(line);
  if (ledger !== null) print(`对应台账第${ledger.seq}条 ${ledger.hash}`);
  if (match === null) print('整包摘要（请与台账或者通知邮件核对，或者用 --ledger 指明导出的台账）');
  print(`SHA-256 ${sha256}\nSM3 ${sm3}`);
}

function matchLines({ ok, chain, position, archive }: LedgerMatch): string[] {
  if (ok) return ['与台账相符：台账完整，并记有这份报批材料的生成。'];
  if (!chain.ok) return ['✗ 所给台账不完整或者被改动，不能据以核对；请用 ledger verify 查明。'];
  return [
    ...(position ? [] : ['✗ 台账中没有清单所指的条目。']),
    ...(archive ? [] : ['✗ 台账中没有这份报批材料的生成记录：内容可能连同清单一起被改动。']),
  ];
}
