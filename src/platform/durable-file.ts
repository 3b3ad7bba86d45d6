import { randomBytes } from 'node:crypto';
import { link, mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { OperatingFailure } from './operating-failure.js';

const causes: Record<string, string> = {
  ENOSPC: '磁盘已满',
  EDQUOT: '磁盘空间的配额已用尽',
  EIO: '读写磁盘出错',
  EROFS: '数据文件夹目前只能读取，不能写入',
  EACCES: '没有写入数据文件夹的权限',
  EPERM: '没有写入数据文件夹的权限',
  ENOTDIR: '数据文件夹的位置上不是文件夹',
  EEXIST: '数据文件夹的位置上不是文件夹',
};

/** A file that the house rests on could not be written. */
export class StorageFailure extends OperatingFailure {
  constructor(
    readonly reason: string,
    cause: unknown,
  ) {
    super('storage-failure', `${reason}，没有保存；请稍候再试，或者告诉管理员。`, { cause });
  }
}

/** The failure behind an error of the file system, or the error itself when it is another one. */
export function storageFailureOf(error: unknown): unknown {
  const reason = causes[(error as NodeJS.ErrnoException | null)?.code ?? ''];
  return reason === undefined ? error : new StorageFailure(reason, error);
}

export type FileContent =
  string | Uint8Array | Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

export interface WholeFileOptions {
  /** Of the new file; what others may read unless told. */
  mode?: number;
  /** false: what already stands there stays, and the writing is in vain. */
  overwrite?: boolean;
  /** false only beside a throw-away database: nothing waits for the disk. */
  durable?: boolean;
}

/**
 * Writes a file that is either whole or not there: under another name first, on disk before it gets its own. Whoever
 * finds the name after a full disk, a kill or a power cut finds all of it, or what stood there before.
 * @returns whether the file is the one that was written now
 */
export async function writeWholeFile(
  file: string,
  content: FileContent,
  { mode = 0o644, overwrite = true, durable = true }: WholeFileOptions = {},
): Promise<boolean> {
  // Two processes, or two requests, that write one file at the same moment must not share its unfinished name.
  const unfinished = join(dirname(file), `.${basename(file)}.${randomBytes(6).toString('hex')}.part`);
  try {
    await writeAll(unfinished, content, mode, durable);
    const placed = await place(unfinished, file, overwrite);
    if (durable) await syncFolder(dirname(file));
    return placed;
  } finally {
    await rm(unfinished, { force: true });
  }
}

/** Makes a folder whose name survives a power cut. */
export async function makeFolder(folder: string, durable = true): Promise<void> {
  const created = await mkdir(folder, { recursive: true });
  for (let made = folder; durable && created !== undefined; made = dirname(made)) {
    await syncFolder(dirname(made));
    if (made === created) return;
  }
}

/** A new name is durable only when its folder is. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

async function writeAll(path: string, content: FileContent, mode: number, durable: boolean): Promise<void> {
  const target = await open(path, 'wx', mode);
  try {
    const pieces = typeof content === 'string' || content instanceof Uint8Array ? [content] : content;
    for await (const piece of pieces) await target.writeFile(piece);
    if (durable) await target.sync();
  } finally {
    await target.close();
  }
}

async function place(unfinished: string, file: string, overwrite: boolean): Promise<boolean> {
  if (overwrite) {
    await rename(unfinished, file);
    return true;
  }
  try {
    await link(unfinished, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
