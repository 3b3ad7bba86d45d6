import { statSync } from 'node:fs';
import { type DataSource } from 'typeorm';
import { OperatingFailure } from '../operating-failure.js';
import { DatabaseFault } from './faults.js';
import { sqliteConnection } from './sqlite-connection.js';

/** Reading the whole file takes a second for some hundred megabytes; a larger one is read while the house is open. */
const largestCheckedBytes = 64 * 1024 * 1024;

class NotDurable extends OperatingFailure {
  constructor(why: string) {
    super('database-not-durable', `${why}，断电时可能丢失已经保存的内容，未启动。请改正后再启动。`);
  }
}

/** @throws DatabaseFault for a file that is damaged: acting on it would bury what can still be recovered */
export function assertWhole(source: DataSource): void {
  const connection = sqliteConnection(source);
  const file = source.options.database as string;
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined || found.size > largestCheckedBytes) return;
  const verdict = connection.pragma('quick_check(1)', { simple: true });
  if (verdict !== 'ok') throw new DatabaseFault('database-corrupt', 'start', new Error(String(verdict)));
}

/** Whether {@link assertWhole} left it for later. */
export const isLarge = (file: string): boolean =>
  (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > largestCheckedBytes;

/** @throws NotDurable for a connection that may lose what it acknowledged */
export function assertDurable(source: DataSource): void {
  const connection = sqliteConnection(source);
  const setting = (name: string) => connection.pragma(name, { simple: true });
  if (setting('synchronous') !== 2) throw new NotDurable('数据库没有以 synchronous=FULL 方式打开');
  if (setting('journal_mode') !== 'wal')
    throw new NotDurable('数据库所在的磁盘不支持预写日志（例如网络共享文件夹）');
  const version = versionOf(connection);
  if (!atLeast(version, [3, 51, 3]))
    throw new NotDurable(`SQLite ${version} 有可能损坏预写日志的缺陷，须3.51.3或者更新的版本`);
}

function versionOf(connection: ReturnType<typeof sqliteConnection>): string {
  return String(connection.prepare('SELECT sqlite_version()').pluck().get());
}

function atLeast(version: string, floor: number[]): boolean {
  const parts = version.split('.').map(Number);
  const differing = floor.findIndex((part, index) => parts[index] !== part);
  return differing === -1 || parts[differing]! > floor[differing]!;
}
