import { Injectable } from '@nestjs/common';
import { type Act, Acts } from '../../engine/index.js';
import { ContentStore } from '../../files/index.js';
import { type Actor } from '../../platform/index.js';
import { type Examination, type MaterialContent } from '../content/index.js';
import { type Doubt, type LeftOut, mergeReading } from '../reading/index.js';
import { attachFile, mediaTypes, type Upload } from './attach-file.js';
import { examineSubmission } from './examine-submission.js';
import { readForm, readMaterialDocument } from './read-material-file.js';
import { findOpenObligation, openWorkingVersion, writeContent } from './write-submission.js';

export interface UploadedMaterial extends Examination {
  submissionId: string;
  revision: number;
  /** Parts and lists that were taken from the document. */
  filled: string[];
  /** Those that the unit had entered before and that stay as they are. */
  kept: string[];
  /** What the unit ought to check in what was read, with its place in the document. */
  doubts: Doubt[];
  /** What stands in the document and was not taken. */
  leftOut: LeftOut[];
}

/**
 * A unit uploads its material as a .docx; the parts are read from it into the draft. A file that cannot be taken is
 * refused before anything is touched.
 */
@Injectable()
export class UploadMaterialUseCase {
  constructor(
    private readonly acts: Acts,
    private readonly store: ContentStore,
  ) {}

  /**
   * @param upload `replace` writes what was read over what was entered; without it only empty fields are filled
   * @throws UploadRefused with a Chinese sentence for everything that is not a sound and harmless .docx
   */
  async execute(
    compilationId: string,
    actor: Actor,
    obligationId: string,
    upload: Upload & { replace?: boolean },
  ): Promise<UploadedMaterial> {
    const { order, take } = await this.read(compilationId, actor, obligationId, upload);
    const { uploaded } = await this.acts.perform(order, take);
    return uploaded;
  }

  /** What the draft would become, without changing it; the bytes are kept under their digest for the upload itself. */
  async preview(
    compilationId: string,
    actor: Actor,
    obligationId: string,
    upload: Upload & { replace?: boolean },
  ): Promise<UploadedMaterial & { content: MaterialContent; sha256: string }> {
    const { order, take, sha256 } = await this.read(compilationId, actor, obligationId, upload);
    const { result } = await this.acts.preview(order, take);
    return { ...result.uploaded, content: result.content, sha256 };
  }

  private async read(
    compilationId: string,
    actor: Actor,
    obligationId: string,
    upload: Upload & { replace?: boolean },
  ) {
    const document = await readMaterialDocument(upload.bytes);
    // On disk before the row commits, so that no row ever names bytes that are not there.
    const stored = await this.store.put(upload.bytes);
    const take = async (act: Act) => {
      const obligation = await findOpenObligation(act, obligationId);
      const working = await openWorkingVersion(act, obligation);
      const read = readForm(working.form, document);
      const replace = upload.replace ?? false;
      const { content, filled, kept } = mergeReading(working.form, working.content, read.content, replace);
      const revision = await writeContent(act, working, content);
      await attachFile(act, working.id, 'material', { ...upload, mediaType: mediaTypes.docx, stored });
      const examined = await examineSubmission(act.tx, obligation);
      const { doubts, leftOut } = read;
      const merged = { submissionId: working.id, revision, filled, kept };
      return { uploaded: { ...merged, doubts, leftOut, ...examined }, content };
    };
    const order = { compilationId, actor, type: 'material.uploaded' };
    return { order, take, sha256: stored.sha256 };
  }
}
