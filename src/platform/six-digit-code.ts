import { timingSafeEqual } from 'node:crypto';
import { sha256 } from './digest.js';
import { type IdSource } from './ids.js';
import { tidyCode } from './text/recognise.js';

const codes = 1_000_000;
const unbiased = Math.floor(2 ** 32 / codes) * codes;

/** Six digits, all of them equally likely. */
export function drawCode(ids: IdSource): string {
  for (;;) {
    const drawn = ids.bytes(4).readUInt32BE();
    if (drawn < unbiased) return String(drawn % codes).padStart(6, '0');
  }
}

/** Salted with the row's id, so that equal codes do not look equal. */
export const hashCode = (rowId: string, code: string): string => sha256(`${rowId}:${code}`);

export const isCode = ({ id, codeHash }: { id: string; codeHash: string }, code: string): boolean =>
  timingSafeEqual(Buffer.from(codeHash), Buffer.from(hashCode(id, tidyCode(code))));
