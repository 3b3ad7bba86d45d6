import { z } from 'zod';
import { ActRunner } from '../engine/index.js';
import { drafters, textInput } from '../platform/index.js';
import { ApiController, inCompilation, type InputOf, Route, write } from '../web/index.js';
import { importedView, importReportView } from './drafts.views.js';
import { changesInput, draftFile, importDraft, TryDraftQuery } from './import-draft.use-case.js';

const imports = `${inCompilation}/drafts/import` as const;

const textBody = z.object({
  format: z.enum(['text', 'markdown'], { error: '应为 text 或者 markdown' }),
  text: textInput(500_000),
});
const document = {
  by: drafters,
  body: z.object({ changes: changesInput.default('shown') }),
  example: { changes: 'accepted' as const },
  file: draftFile,
};

const routes = {
  previewText: write(`${imports}/preview`, {
    by: drafters,
    summary: '预览文本拆成条款的结果，不导入',
    body: textBody,
    example: { format: 'text' as const, text: '一、总体要求\n到2025年，质量总体水平显著提高。' },
    response: importReportView,
  }),
  previewDocument: write(`${imports}/docx/preview`, {
    summary: '预览文稿文件拆成条款的结果，不导入',
    ...document,
    response: importReportView,
  }),
  takeDocument: write(`${imports}/docx`, {
    summary: '将文稿文件导入为下一次修改稿，条款标识不变',
    ...document,
    response: importedView,
    status: 201,
  }),
};

/** What a draft would become, and the draft that comes as a file. */
@ApiController('文稿')
export class DraftImportController {
  constructor(
    private readonly tryDraft: TryDraftQuery,
    private readonly runner: ActRunner,
  ) {}

  @Route(routes.previewText)
  async previewText({ params, body }: InputOf<typeof routes.previewText>) {
    return (await this.tryDraft.execute(params.compilationId, body)).report;
  }

  @Route(routes.previewDocument)
  async previewDocument({ params, body, file }: InputOf<typeof routes.previewDocument>) {
    const { changes } = body;
    return (await this.tryDraft.execute(params.compilationId, { format: 'file', changes }, file)).report;
  }

  @Route(routes.takeDocument)
  takeDocument({ params, actor, body, file }: InputOf<typeof routes.takeDocument>) {
    const who = { compilationId: params.compilationId, actor };
    return this.runner.perform(importDraft, who, { format: 'file', changes: body.changes }, { file });
  }
}
