import { ActRunner } from '../engine/index.js';
import { type Command } from 'commander';
import {
  advanceCompilation,
  CompilationQuery,
  type CompilationStatus,
  shiftDeadlines,
} from '../compilation/index.js';
import { type ObligationRow, ObligationsQuery } from '../obligations/index.js';
import { print, printJson, printTable } from './output.js';
import { type Define } from './define.js';
import { keyOption, once, withHouse } from './session.js';

export function compilationCommands(program: Command, define: Define): void {
  define(program, 'status', '编制进行到哪一步、下一步还差什么、谁逾期了', (options) =>
    withHouse(options.compilation, async ({ app, compilationId }) => {
      const status = await app.get(CompilationQuery).status(compilationId);
      const late = await app.get(ObligationsQuery).late(compilationId);
      if (options.json) return printJson({ ...status, late: late.map(lateLine) });
      printStatus(status);
      printLate(late);
    }),
  );
  define(program, 'advance <event>', '办理一步；条件不具备时列明还差什么', (options, event) =>
    withHouse(options.compilation, async (session) => {
      const { app, compilationId, actor } = session;
      const reason = typeof options.reason === 'string' ? options.reason : '';
      const advanced = await once(session, options, ['advance', event, reason], () =>
        app.get(ActRunner).perform(advanceCompilation, { compilationId, actor }, { event, reason }),
      );
      if (options.json) return printJson(advanced);
      const version = advanced.draftVersion === null ? '' : `，文稿为${advanced.draftVersion}`;
      print(`已办理，现处于 ${advanced.state}${version}。`);
    }),
  )
    .option('--reason <text>', '事由（中止、终止、退回、延期时必填）')
    .option(...keyOption);
  define(program, 'deadlines', '各项期限：名义日期、生效时刻、计法、余量', (options) =>
    withHouse(options.compilation, async ({ app, compilationId }) => {
      const deadlines = await app.get(CompilationQuery).deadlines(compilationId);
      if (options.json) return printJson(deadlines);
      const rows = deadlines.map((d) => [d.key, d.title, d.text, `${d.workingDaysLeft}`, d.rule]);
      printTable([['键', '期限', '日期', '余工作日', '计法'], ...rows]);
    }),
  );
  define(program, 'shift <first-day>', '启动前把全部期限平移到新的首日（YYYY-MM-DD）', (options, firstDay) =>
    withHouse(options.compilation, async (session) => {
      const { app, compilationId, actor } = session;
      await once(session, options, ['shift', firstDay], () =>
        app.get(ActRunner).perform(shiftDeadlines, { compilationId, actor }, { firstDay }),
      );
      const deadlines = await app.get(CompilationQuery).deadlines(compilationId);
      if (options.json) return printJson(deadlines);
      print(`已平移，首日为${firstDay}，最后一项期限为${deadlines[deadlines.length - 1].text}。`);
    }),
  ).option(...keyOption);
}

function printStatus(status: CompilationStatus): void {
  const { compilation, stateTitle, draftVersion, next, gate, offered } = status;
  print(`${compilation.title}  ${compilation.documentNumber ?? '（无发文字号）'}  ${compilation.id}`);
  print(`现处于：${stateTitle}（${status.state}）；文稿：${draftVersion ?? '尚未形成'}`);
  if (next === null) return print('流程已经结束。');
  const unmet = gate.filter((line) => !line.met && line.blocking).length;
  print(`下一步：${next.title}（${next.event}）${unmet === 0 ? '，条件已具备' : `，还差${unmet}项`}`);
  for (const line of gate)
    print(`  ${line.met ? '✓' : line.blocking ? '✗' : '△'} ${line.title}：${line.sentence}`);
  const others = offered
    .filter((step) => step.event !== next.event)
    .map((step) => `${step.title}（${step.event}）`);
  if (others.length > 0) print(`也可以：${others.join('、')}`);
}

/** Who is late, with what and since when. */
const lateLine = ({
  id,
  unitName,
  categoryTitle,
  title,
  effective,
  workingDaysLeft,
  state,
}: ObligationRow) => ({
  obligation: id,
  unit: unitName,
  category: categoryTitle,
  title,
  effective,
  workingDaysLate: workingDaysLeft === null ? null : -workingDaysLeft,
  state,
});

function printLate(late: ObligationRow[]): void {
  if (late.length === 0) return;
  print(`逾期${late.length}家：`);
  const rows = late.map((row) => [row.unitName, row.title, row.deadlineText, row.stateTitle]);
  printTable([['单位', '事项', '期限', '状态'], ...rows]);
}
