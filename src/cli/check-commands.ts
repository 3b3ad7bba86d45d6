import { type Command } from 'commander';
import { Ports } from '../engine/index.js';
import { ContentStore, FileSweep, sayFinding } from '../files/index.js';
import { Database } from '../platform/index.js';
import { exitCodes, print, printJson } from './output.js';
import { type Define } from './define.js';
import { withHouse } from './session.js';

/** What is too slow for a start: every byte of the store, every page of the database. */
export function checkCommands(program: Command, define: Define): void {
  const check = program.command('check').description('检查所存的文件和数据库文件').helpCommand(false);
  define(check, 'files', '逐个核对登记过的文件：是否都在、内容是否未变', (options) =>
    withHouse(options.compilation, async ({ app }) => {
      const database = app.get(Database);
      const { fileNamers } = app.get(Ports);
      const sweep = await database.read((reader) =>
        FileSweep.over(reader, fileNamers, app.get(ContentStore)),
      );
      await sweep.run('whole');
      const { checked, findings } = sweep;
      if (options.json) printJson({ ok: findings.length === 0, checked, findings });
      else if (findings.length === 0) print(`登记过的文件${checked}个，都在数据文件夹中，内容未变。`);
      else {
        print(`登记过的文件${checked}个，其中${findings.length}个不符，请从备份恢复到原处：`);
        for (const finding of findings) print(`✗ ${sayFinding(finding)}`);
      }
      return findings.length === 0 ? exitCodes.done : exitCodes.wrong;
    }),
  );
  define(check, 'database', '通读数据库文件，检查有无损坏（SQLite）', (options) =>
    withHouse(options.compilation, async ({ app }) => {
      const findings = await app.get(Database).check('integrity_check');
      if (options.json) printJson({ ok: (findings ?? []).length === 0, findings });
      else if (findings === null) print('PostgreSQL 请用 pg_amcheck 检查，本命令只检查 SQLite 的文件。');
      else if (findings.length === 0) print('数据库文件完整。');
      else {
        print('数据库文件已损坏，请停止使用，以最近的备份恢复。SQLite 的原话：');
        for (const finding of findings) print(`✗ ${finding}`);
      }
      return (findings ?? []).length === 0 ? exitCodes.done : exitCodes.wrong;
    }),
  );
}
