import { createHash } from 'node:crypto';

export type DigestAlgorithm = 'sha256' | 'sm3';

/** Hex digest; SM3 is GB/T 32905-2016, built into Node's OpenSSL. */
export function digest(algorithm: DigestAlgorithm, data: string | Uint8Array): string {
  return createHash(algorithm).update(data).digest('hex');
}

export const sha256 = (data: string | Uint8Array): string => digest('sha256', data);
export const sm3 = (data: string | Uint8Array): string => digest('sm3', data);
