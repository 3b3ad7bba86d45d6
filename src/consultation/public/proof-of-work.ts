import { createHash } from 'node:crypto';

/** About a quarter of a million digests: seconds for one browser that a person types into, costly for a thousand forms. */
export const proofBits = 18;

/** Whether SHA-256 of `ticket:answer` begins with enough zero bits (hashcash). */
export function isProof(ticket: string, answer: string): boolean {
  if (!/^\d{1,10}$/.test(answer)) return false;
  const digest = createHash('sha256').update(`${ticket}:${answer}`).digest();
  return digest.readUInt32BE(0) >>> (32 - proofBits) === 0;
}
