import { type EntityManager } from 'typeorm';
import { Opinion } from '../opinions/opinion.entity.js';
import { HeldComment } from './held-comment.entity.js';
import { type Receipts } from './receipts.js';

/** The receipt of what was sent with this key already; null when nothing was. */
export async function receiptBySubmission(
  reader: EntityManager,
  receipts: Receipts,
  compilationId: string,
  submissionKey: string,
): Promise<string | null> {
  const held = await reader.findOneBy(HeldComment, { compilationId, submissionKey });
  if (held !== null) return held.receipt;
  const opinion = await reader.findOneBy(Opinion, { compilationId, submissionKey });
  return opinion === null ? null : receipts.ofOpinion(opinion);
}
