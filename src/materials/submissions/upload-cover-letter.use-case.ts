import { z } from 'zod';
import { defineAct, requireUpload } from '../../engine/index.js';
import { checkScan, ContentStore } from '../../files/index.js';
import { exampleId, idSchema, unitOrSecretariat } from '../../platform/index.js';
import { attachFile, mediaTypes } from './attach-file.js';
import { findOpenObligation, openWorkingVersion } from './write-submission.js';

/** A unit uploads the scan of its stamped cover letter (盖章报送函). A file that is no scan is refused before anything is touched. */
export const uploadCoverLetter = defineAct({
  name: 'material.coverLetterUploaded',
  title: '上传公函',
  summary: '上传盖章报送函的扫描件',
  may: unitOrSecretariat,
  path: 'obligations/:obligationId/material/cover-letter',
  input: z.object({ obligationId: idSchema }),
  example: { obligationId: exampleId },
  file: 'PDF、JPEG 或者 PNG，不超过20 MB',
  answer: z.object({ submissionId: z.string(), sha256: z.string() }),
  uses: { store: ContentStore },
  async prepare(_input, { store }, { file }) {
    const { name, bytes } = requireUpload(file);
    const mediaType = mediaTypes[checkScan(bytes)];
    return { name, mediaType, stored: await store.put(bytes) };
  },
  async perform(act, { obligationId }, _services, letter) {
    const obligation = await findOpenObligation(act, obligationId);
    const { id: submissionId } = await openWorkingVersion(act, obligation);
    await attachFile(act, submissionId, 'coverLetter', letter);
    return { submissionId, sha256: letter.stored.sha256 };
  },
});
