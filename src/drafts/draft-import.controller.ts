import { z } from 'zod';
import { type RevisionChoice, revisionChoices } from '../files/index.js';
import { textInput, drafters } from '../platform/index.js';
import { ApiController, inCompilation, type InputOf, Route, type Upload, write } from '../web/index.js';
import { importedView, importReportView } from './drafts.views.js';
import { ImportDraftUseCase } from './import-draft.use-case.js';

const imports = `${inCompilation}/drafts/import` as const;

const textBody = z.object({
  format: z.enum(['text', 'markdown'], { error: '应为 text 或者 markdown' }),
  text: textInput(500_000),
});
const example = { format: 'text' as const, text: '一、总体要求\n到2025年，质量总体水平显著提高。' };
const fileBody = z.object({
  changes: z
    .enum(revisionChoices, { error: '应为 shown、accepted 或者 refused' })
    .default('shown')
    .describe('带有修订的：accepted 按接受、refused 按拒绝读入；shown 按接受读入，每处存疑'),
});
const fileExample = { changes: 'accepted' as const };
const file = 'Word 文档（.docx）、纯文本或者 Markdown，不超过20 MB';

const routes = {
  previewText: write(`${imports}/preview`, {
    by: drafters,
    summary: '预览文本拆成条款的结果，不导入',
    body: textBody,
    example,
    response: importReportView,
  }),
  takeText: write(imports, {
    by: drafters,
    summary: '将文本导入为下一次修改稿，条款标识不变',
    body: textBody,
    example,
    response: importedView,
    status: 201,
  }),
  previewDocument: write(`${imports}/docx/preview`, {
    by: drafters,
    summary: '预览文稿文件拆成条款的结果，不导入',
    body: fileBody,
    example: fileExample,
    file,
    response: importReportView,
  }),
  takeDocument: write(`${imports}/docx`, {
    by: drafters,
    summary: '将文稿文件导入为下一次修改稿，条款标识不变',
    body: fileBody,
    example: fileExample,
    file,
    response: importedView,
    status: 201,
  }),
};

@ApiController('文稿')
export class DraftImportController {
  constructor(private readonly importDraft: ImportDraftUseCase) {}

  @Route(routes.previewText)
  previewText({ params, body }: InputOf<typeof routes.previewText>) {
    return this.importDraft.preview(params.compilationId, body);
  }

  @Route(routes.takeText)
  takeText({ params, actor, body }: InputOf<typeof routes.takeText>) {
    return this.importDraft.execute(params.compilationId, actor, body);
  }

  @Route(routes.previewDocument)
  previewDocument({ params, body, file }: InputOf<typeof routes.previewDocument>) {
    return this.importDraft.preview(params.compilationId, sourceOf(file, body.changes));
  }

  @Route(routes.takeDocument)
  takeDocument({ params, actor, body, file }: InputOf<typeof routes.takeDocument>) {
    return this.importDraft.execute(params.compilationId, actor, sourceOf(file, body.changes));
  }
}

const sourceOf = ({ bytes, name }: Upload, changes: RevisionChoice) => ({
  format: 'file',
  bytes,
  fileName: name,
  changes,
});
