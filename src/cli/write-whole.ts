import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Refusal } from '../platform/index.js';

export class CannotWrite extends Refusal {
  constructor(file: string, why: string) {
    super('cannot-write', `无法写入 ${file}：${why}。`);
  }
}

const reasons: Record<string, string> = {
  ENOENT: '文件夹不存在，请先建立',
  ENOTDIR: '上级不是文件夹',
  EISDIR: '该名称是一个文件夹，请另取文件名',
  EACCES: '没有写入权限',
  EPERM: '没有写入权限',
  EROFS: '该位置只读',
  ENOSPC: '磁盘空间不足',
  EDQUOT: '磁盘空间不足',
};

/**
 * Writes a stream to a file under another name first: whoever finds the name finds a whole file, also when the disk
 * fills up half-way; what stood there before stays until then.
 */
export async function writeWhole(file: string, content: AsyncIterable<Uint8Array | string>): Promise<void> {
  const unfinished = join(dirname(file), `.${basename(file)}.${process.pid}.part`);
  try {
    const target = await open(unfinished, 'w');
    try {
      for await (const chunk of content) await target.writeFile(chunk);
      await target.sync();
    } finally {
      await target.close();
    }
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    const why = reasons[(error as NodeJS.ErrnoException).code ?? ''];
    throw why === undefined ? error : new CannotWrite(file, why);
  }
}
