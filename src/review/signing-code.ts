import { timingSafeEqual } from 'node:crypto';
import { type IdSource, sha256 } from '../platform/index.js';
import { type SigningCode } from './signature.entity.js';

export const codeValidMinutes = 10;
export const codeValidMs = codeValidMinutes * 60_000;
export const maxFailedAttempts = 5;
/** Without a limit, five guesses a code would be as many guesses as one likes. */
export const codesPerHour = 5;

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
export const hashCode = (signingCodeId: string, code: string): string => sha256(`${signingCodeId}:${code}`);

export const matches = ({ id, codeHash }: SigningCode, code: string): boolean =>
  timingSafeEqual(Buffer.from(codeHash), Buffer.from(hashCode(id, code)));
