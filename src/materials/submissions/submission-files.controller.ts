import { z } from 'zod';
import { unitOrSecretariat } from '../../platform/index.js';
import { ApiController, inCompilation, type InputOf, Route, write } from '../../web/index.js';
import { uploadedView } from './submissions.views.js';
import { UploadCoverLetterUseCase } from './upload-cover-letter.use-case.js';
import { UploadMaterialUseCase } from './upload-material.use-case.js';

const material = `${inCompilation}/obligations/:obligationId/material` as const;

const routes = {
  document: write(`${material}/document`, {
    by: unitOrSecretariat,
    summary: '上传报送材料（.docx），从中读出各部分；文件有误的，已填内容不受影响',
    file: 'Word 文档（.docx），不超过20 MB',
    body: z.object({
      replace: z
        .enum(['true', 'false'], { error: '应为 true 或者 false' })
        .default('false')
        .describe('true 以文档内容替换已填写的；false 只填空白处'),
    }),
    example: { replace: 'false' },
    response: uploadedView,
  }),
  coverLetter: write(`${material}/cover-letter`, {
    by: unitOrSecretariat,
    summary: '上传盖章报送函的扫描件',
    file: 'PDF、JPEG 或者 PNG，不超过20 MB',
    response: z.object({ submissionId: z.string(), sha256: z.string() }),
  }),
};

@ApiController('报送材料')
export class SubmissionFilesController {
  constructor(
    private readonly uploadMaterial: UploadMaterialUseCase,
    private readonly uploadCoverLetter: UploadCoverLetterUseCase,
  ) {}

  @Route(routes.document)
  document({ params, actor, body, file }: InputOf<typeof routes.document>) {
    const { name, bytes } = file;
    const upload = { name, bytes, replace: body.replace === 'true' };
    return this.uploadMaterial.execute(params.compilationId, actor, params.obligationId, upload);
  }

  @Route(routes.coverLetter)
  coverLetter({ params, actor, file }: InputOf<typeof routes.coverLetter>) {
    return this.uploadCoverLetter.execute(params.compilationId, actor, params.obligationId, file);
  }
}
