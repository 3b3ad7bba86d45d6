import { type Command } from 'commander';
import { formatDateTime } from '../calendar/index.js';
import { InvalidInput } from '../platform/index.js';
import { PreviewRemindersQuery } from '../reminders/index.js';
import { print, printJson, printTable } from './output.js';
import { type Define } from './define.js';
import { withHouse } from './session.js';

export function reminderCommands(program: Command, define: Define): void {
  define(program, 'remind', '预览将要发出的提醒（只看不发，发出由后台按阶梯办理）', (options) =>
    withHouse(options.compilation, async ({ app, compilationId }) => {
      if (options.dryRun !== true) {
        throw new InvalidInput('提醒由后台按阶梯自动发出，命令行只能预览；请加 --dry-run。', 'dry-run-only');
      }
      const { on } = options;
      const planned = await app
        .get(PreviewRemindersQuery)
        .execute(compilationId, on === undefined ? {} : { on });
      if (options.json) {
        return printJson(planned.map((mail) => ({ ...mail, sendAt: new Date(mail.sendAt).toISOString() })));
      }
      if (planned.length === 0) return print('没有将要发出的提醒。');
      const rows = planned.map((mail) => [
        formatDateTime(mail.sendAt),
        mail.rungTitle,
        mail.unitName,
        mail.address,
        mail.deadlineText,
      ]);
      printTable([['发出时间', '提醒', '单位', '收件地址', '期限'], ...rows]);
      print(`共${planned.length}封。`);
    }),
  )
    .option('--dry-run', '只预览，不发出')
    .option('--on <date>', '只看这一天（YYYY-MM-DD）');
}
