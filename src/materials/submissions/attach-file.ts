import { type Act } from '../../engine/index.js';
import { cleanFileName, type StoredContent } from '../../files/index.js';
import { SubmissionFile, type SubmissionFileKind } from './submission.entity.js';

export const mediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
} as const;

/** One document and one cover letter belong to a version: a later one takes the place of the earlier. */
export async function attachFile(
  act: Act,
  submissionId: string,
  kind: SubmissionFileKind,
  file: { name: string; mediaType: string; stored: StoredContent },
): Promise<void> {
  const { sha256, sm3, size } = file.stored;
  await act.tx.delete(SubmissionFile, { submissionId, kind });
  await act.tx.insert(SubmissionFile, {
    id: act.ids.next(),
    submissionId,
    kind,
    name: cleanFileName(file.name),
    mediaType: file.mediaType,
    size,
    sha256,
    sm3,
    uploadedAt: act.now,
  });
  act.note({ submissionId, file: { kind, size, sha256, sm3 } });
}
