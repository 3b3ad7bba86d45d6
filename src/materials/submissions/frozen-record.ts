import { canonicalJson, sha256, sm3 } from '../../platform/index.js';
import { type Submission, type SubmissionFile } from './submission.entity.js';

export interface SubmissionDigests {
  sha256: string;
  sm3: string;
}

type Certified = Pick<
  Submission,
  'compilationId' | 'obligationId' | 'unitId' | 'number' | 'form' | 'content'
>;
type CertifiedFile = Pick<SubmissionFile, 'kind' | 'name' | 'size' | 'sha256' | 'sm3'>;

/**
 * What the digests of a frozen version certify, as RFC 8785 JSON: whose it is, which version, every field, and the
 * digests of its files. Written out again years later it must give the digest that stands on the receipt.
 */
export function frozenRecord(submission: Certified, files: readonly CertifiedFile[]): string {
  const { compilationId, obligationId, unitId, number, form, content } = submission;
  const attached = files
    .map((file) => ({
      kind: file.kind,
      name: file.name,
      size: file.size,
      sha256: file.sha256,
      sm3: file.sm3,
    }))
    .sort((a, b) => (a.kind < b.kind ? -1 : 1));
  return canonicalJson({ compilationId, obligationId, unitId, number, form, content, files: attached });
}

export function digestsOf(submission: Certified, files: readonly CertifiedFile[]): SubmissionDigests {
  const record = frozenRecord(submission, files);
  return { sha256: sha256(record), sm3: sm3(record) };
}
