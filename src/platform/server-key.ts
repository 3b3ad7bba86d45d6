import { createHmac, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { makeFolder, writeWholeFile } from './durable-file.js';
import { OperatingFailure } from './operating-failure.js';

const keyBytes = 32;

/** From which the tokens of links in mails are derived: they stand in no table and no backup of it. */
export class ServerKey {
  constructor(private readonly key: Buffer) {}

  /** 256 bits for a purpose and a subject, as base64url. */
  derive(purpose: string, ...subject: (string | number)[]): string {
    return createHmac('sha256', this.key)
      .update(JSON.stringify([purpose, ...subject]))
      .digest('base64url');
  }
}

/** With a key that is short or empty, anybody could compute the link of every mail. */
export class ServerKeyDamaged extends OperatingFailure {
  constructor(file: string, found: string) {
    super(
      'server-key-damaged',
      `密钥文件 ${file} 已损坏（应为64位十六进制数字，现为${found}），未启动。请从备份恢复该文件；没有备份的，删去它再启动：` +
        '将生成新的密钥，此前邮件中的链接随之失效，须重新发送。',
    );
  }
}

/**
 * The key in a file that only this user may read; made at the first start, checked at each.
 * @throws ServerKeyDamaged
 */
export async function readServerKey(file: string): Promise<Buffer> {
  await makeFolder(dirname(file));
  const known = await keyIn(file);
  if (known !== null) return known;
  // Not written over what is there: two processes that start at once must end with one key.
  await writeWholeFile(file, randomBytes(keyBytes).toString('hex'), { mode: 0o600, overwrite: false });
  return (await keyIn(file))!;
}

async function keyIn(file: string): Promise<Buffer | null> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  const digits = text.trim();
  if (/^[0-9a-f]{64}$/i.test(digits)) return Buffer.from(digits, 'hex');
  throw new ServerKeyDamaged(file, digits === '' ? '空文件' : `${digits.length}个字符`);
}
