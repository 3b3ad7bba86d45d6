import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { NotFound, Refusal } from '../platform/index.js';

/** A file that the person named and that can be read; what else stands there is said in Chinese. */
export async function requireFile(file: string): Promise<string> {
  const found = await stat(file).catch(() => null);
  if (found === null) throw new NotFound('文件', file);
  const readable = await access(file, constants.R_OK).then(
    () => found.isFile(),
    () => false,
  );
  if (!readable) throw new CannotRead(file);
  return file;
}

class CannotRead extends Refusal {
  constructor(file: string) {
    super('cannot-read', `无法读取 ${file}：不是文件，或者没有读取权限。请核对后重试。`);
  }
}
