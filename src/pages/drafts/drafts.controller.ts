import { z } from 'zod';
import { confirmDraft } from '../../drafts/index.js';
import { drafters, staff } from '../../platform/index.js';
import {
  actForm,
  formsOf,
  OnPage,
  page,
  PageController,
  type PageInput,
  seeOther,
  show,
} from '../../web/index.js';
import { areaPath, inStaffPages } from '../frame/navigation.js';
import { ComparePage } from './compare-page.js';
import { DraftListPage } from './draft-list-page.js';
import { ReadingPage } from './reading-page.js';

const drafts = `${inStaffPages}/drafts` as const;
const chosenId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{0,64}$/, { error: '不是文稿版本的编号' })
  .default('');

const routes = {
  list: page(drafts, { by: staff }),
  compare: page(`${drafts}/compare`, { by: staff, query: { earlier: chosenId, later: chosenId } }),
  read: page(`${drafts}/:versionId`, { by: staff }),
};

export const DraftForms = formsOf({
  confirm: actForm(confirmDraft, `${drafts}/confirm`, {
    then: ({ params, input }) =>
      seeOther(`${areaPath(params.compilationId, 'drafts')}/${input.draftVersionId}`, '已确认条款拆分。'),
  }),
});

/** 文稿: the versions, one version to read, two compared. */
@PageController()
export class DraftPagesController {
  constructor(
    private readonly listPage: DraftListPage,
    private readonly readingPage: ReadingPage,
    private readonly comparePage: ComparePage,
  ) {}

  @OnPage(routes.list)
  async list({ params }: PageInput<typeof routes.list>) {
    const view = await this.listPage.view(params.compilationId);
    return show('drafts/list', view, { title: '文稿', nav: 'drafts' });
  }

  @OnPage(routes.compare)
  async compare({ params, query }: PageInput<typeof routes.compare>) {
    const view = await this.comparePage.view(params.compilationId, query.earlier, query.later);
    return show('drafts/compare', view, { title: '版本对照', nav: 'drafts' });
  }

  @OnPage(routes.read)
  async read({ params, visitor }: PageInput<typeof routes.read>) {
    const { compilationId, versionId } = params;
    const mayEdit = visitor.actorAs(drafters, compilationId) !== null;
    const view = await this.readingPage.view(compilationId, versionId, mayEdit);
    return show('drafts/reading', view, { title: '文稿', nav: 'drafts' });
  }
}
