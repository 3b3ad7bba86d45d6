import { z } from 'zod';
import { textInput, drafters } from '../platform/index.js';
import { ApiController, inCompilation, type InputOf, Route, write } from '../web/index.js';
import { importedView, importReportView } from './drafts.views.js';
import { ImportDraftUseCase } from './import-draft.use-case.js';

const imports = `${inCompilation}/drafts/import` as const;

const textBody = z.object({
  format: z.enum(['text', 'markdown'], { error: '应为 text 或者 markdown' }),
  text: textInput(500_000),
});
const example = { format: 'text' as const, text: '一、总体要求\n到2025年，质量总体水平显著提高。' };
const file = 'Word 文档（.docx），不超过20 MB';

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
    summary: '预览 Word 文档拆成条款的结果，不导入',
    file,
    response: importReportView,
  }),
  takeDocument: write(`${imports}/docx`, {
    by: drafters,
    summary: '将 Word 文档导入为下一次修改稿，条款标识不变',
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
  previewDocument({ params, file }: InputOf<typeof routes.previewDocument>) {
    return this.importDraft.preview(params.compilationId, { format: 'docx', bytes: file.bytes });
  }

  @Route(routes.takeDocument)
  takeDocument({ params, actor, file }: InputOf<typeof routes.takeDocument>) {
    return this.importDraft.execute(params.compilationId, actor, { format: 'docx', bytes: file.bytes });
  }
}
