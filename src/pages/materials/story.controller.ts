import { SubmissionFileQuery } from '../../materials/index.js';
import { staff } from '../../platform/index.js';
import { download, OnPage, page, PageController, type PageInput, show } from '../../web/index.js';
import { StoryPage } from './story-page.js';

const one = '/c/:compilationId/materials/:obligationId' as const;

const routes = {
  story: page(one, { by: staff }),
  version: page(`${one}/versions/:submissionId`, { by: staff }),
  file: page(`${one}/files/:fileId`, { by: staff }),
};

/** One unit's obligation: its material, its course, its files. */
@PageController()
export class StoryController {
  constructor(
    private readonly pages: StoryPage,
    private readonly files: SubmissionFileQuery,
  ) {}

  @OnPage(routes.story)
  async story({ params, actor }: PageInput<typeof routes.story>) {
    const mayAct = actor.kind === 'secretariat';
    const view = await this.pages.view(params.compilationId, params.obligationId, mayAct);
    return show('materials/story', view, { title: view.title, nav: 'materials' });
  }

  @OnPage(routes.version)
  async version({ params }: PageInput<typeof routes.version>) {
    const { compilationId, obligationId, submissionId } = params;
    const view = await this.pages.version(compilationId, obligationId, submissionId);
    return show('materials/version', view, { title: view.title, nav: 'materials' });
  }

  @OnPage(routes.file)
  async file({ params }: PageInput<typeof routes.file>) {
    const { file, content } = await this.files.open(params.compilationId, params.fileId);
    return download(content, file.mediaType, file.name);
  }
}
