import { createHmac } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { randomBytes } from 'node:crypto';

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

/** The key in a file that only this user may read; made at the first start. */
export function readServerKey(file: string): Buffer {
  try {
    mkdirSync(dirname(file), { recursive: true });
    // Fails when the file is there: two processes that start at once must end with one key.
    writeFileSync(file, randomBytes(keyBytes).toString('hex'), { mode: 0o600, flag: 'wx', flush: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return Buffer.from(readFileSync(file, 'utf8').trim(), 'hex');
}
