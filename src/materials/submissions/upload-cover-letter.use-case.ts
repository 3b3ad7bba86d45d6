import { Injectable } from '@nestjs/common';
import { Acts } from '../../engine/index.js';
import { checkScan, ContentStore } from '../../files/index.js';
import { type Actor } from '../../platform/index.js';
import { attachFile, mediaTypes, type Upload } from './attach-file.js';
import { findOpenObligation, openWorkingVersion } from './write-submission.js';

/** A unit uploads the scan of its stamped cover letter (盖章报送函), as PDF, JPEG or PNG. */
@Injectable()
export class UploadCoverLetterUseCase {
  constructor(
    private readonly acts: Acts,
    private readonly store: ContentStore,
  ) {}

  /** @throws UploadRefused with a Chinese sentence, before anything is touched */
  async execute(
    compilationId: string,
    actor: Actor,
    obligationId: string,
    upload: Upload,
  ): Promise<{ submissionId: string; sha256: string }> {
    const mediaType = mediaTypes[checkScan(upload.bytes)];
    const stored = await this.store.put(upload.bytes);
    return this.acts.perform({ compilationId, actor, type: 'material.coverLetterUploaded' }, async (act) => {
      const obligation = await findOpenObligation(act, obligationId);
      const { id: submissionId } = await openWorkingVersion(act, obligation);
      await attachFile(act, submissionId, 'coverLetter', { ...upload, mediaType, stored });
      return { submissionId, sha256: stored.sha256 };
    });
  }
}
