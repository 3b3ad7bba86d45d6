import { Refusal, writeWholeFile } from '../platform/index.js';

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
  try {
    await writeWholeFile(file, content);
  } catch (error) {
    const why = reasons[(error as NodeJS.ErrnoException).code ?? ''];
    throw why === undefined ? error : new CannotWrite(file, why);
  }
}
