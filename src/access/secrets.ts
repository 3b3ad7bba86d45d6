import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { type IdSource } from '../platform/index.js';

/** 256 bits: nobody guesses it, so a plain hash is enough to keep (ASVS 5.0, 6.5.2). */
const tokenBytes = 32;

export const newToken = (ids: IdSource): string => ids.bytes(tokenBytes).toString('base64url');

export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** A value that only who holds the token can know, for another purpose than the token's own. */
export const derived = (token: string, purpose: string): string =>
  createHmac('sha256', token).update(purpose).digest('base64url');

export function sameSecret(left: string, right: string): boolean {
  const [a, b] = [left, right].map((text) => createHash('sha256').update(text).digest());
  return timingSafeEqual(a, b);
}
