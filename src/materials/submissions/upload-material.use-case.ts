import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { type ActFile, ActRunner, defineAct, requireUpload, type Who } from '../../engine/index.js';
import { ContentStore } from '../../files/index.js';
import { exampleId, idSchema, named, unitOrSecretariat } from '../../platform/index.js';
import { type MaterialContent } from '../content/index.js';
import { mergeReading } from '../reading/index.js';
import { attachFile, mediaTypes } from './attach-file.js';
import { examineSubmission } from './examine-submission.js';
import { readForm, readMaterialDocument } from './read-material-file.js';
import { latestSubmission } from './submission.repository.js';
import { uploadedView } from './submissions.views.js';
import { findOpenObligation, openWorkingVersion, writeContent } from './write-submission.js';

/**
 * A unit uploads its material as a .docx; the parts are read from it into the draft. A file that cannot be taken is
 * refused before anything is touched.
 */
export const uploadMaterial = defineAct({
  name: 'material.uploaded',
  title: '上传材料',
  summary: '上传报送材料（.docx），从中读出各部分；文件有误的，已填内容不受影响',
  may: unitOrSecretariat,
  path: 'obligations/:obligationId/material/document',
  input: z.object({
    obligationId: idSchema,
    replace: named(
      '替换已填写的',
      z
        .enum(['true', 'false'], { error: '应为 true 或者 false' })
        .default('false')
        .describe('true 以文档内容替换已填写的；false 只填空白处'),
    ),
  }),
  example: { obligationId: exampleId, replace: 'false' },
  file: 'Word 文档（.docx），不超过20 MB',
  answer: uploadedView,
  uses: { store: ContentStore },
  async prepare(_input, { store }, { file }) {
    const { name, bytes } = requireUpload(file);
    const document = await readMaterialDocument(bytes);
    // On disk before the row commits, so that no row ever names bytes that are not there.
    return { document, attached: { name, mediaType: mediaTypes.docx, stored: await store.put(bytes) } };
  },
  async perform(act, { obligationId, replace }, _services, { document, attached }) {
    const obligation = await findOpenObligation(act, obligationId);
    const working = await openWorkingVersion(act, obligation);
    const read = readForm(working.form, document);
    const merged = mergeReading(working.form, working.content, read.content, replace === 'true');
    const { content, filled, kept } = merged;
    const revision = await writeContent(act, working, content);
    await attachFile(act, working.id, 'material', attached);
    const examined = await examineSubmission(act.tx, obligation);
    const { doubts, leftOut } = read;
    const { sha256 } = attached.stored;
    return { submissionId: working.id, revision, filled, kept, doubts, leftOut, sha256, ...examined };
  },
});

/** What the draft would become, without changing it; the bytes are kept under their digest for the upload itself. */
@Injectable()
export class TryMaterialQuery {
  constructor(private readonly runner: ActRunner) {}

  async execute(who: Who, obligationId: string, replace: 'true' | 'false', file: ActFile) {
    const input = { obligationId, replace };
    const tried = await this.runner.lookAfter(
      uploadMaterial,
      who,
      input,
      async ({ tx }): Promise<MaterialContent | undefined> =>
        (await latestSubmission(tx, obligationId))?.content,
      { file },
    );
    return { ...tried.result, content: tried.seen! };
  }
}
