import {
  ApiController,
  idSchema,
  inCompilation,
  type InputOf,
  pageFrom,
  pageOf,
  pageQuery,
  read,
  Route,
} from '../web/index.js';
import { DraftsQuery } from './drafts.query.js';
import { comparisonView, draftView, historyView, versionView } from './drafts.views.js';

const drafts = `${inCompilation}/drafts` as const;
const clauses = `${inCompilation}/clauses` as const;

const routes = {
  versions: read(drafts, {
    summary: '文稿各版本及修改稿，旧的在前',
    query: pageQuery,
    response: pageOf(versionView),
  }),
  view: read(`${drafts}/:draftVersionId`, {
    summary: '一个文稿版本的全部条款及其来源',
    response: draftView,
  }),
  compare: read(`${drafts}/:draftVersionId/comparison`, {
    summary: '与另一版本逐条对照',
    query: { with: idSchema.describe('较早的文稿版本的编号') },
    response: comparisonView,
  }),
  history: read(`${clauses}/:clauseId/history`, {
    summary: '一个条款在各版本中的表述',
    response: historyView,
  }),
};

@ApiController('文稿')
export class DraftsController {
  constructor(private readonly query: DraftsQuery) {}

  @Route(routes.versions)
  async versions({ params, query }: InputOf<typeof routes.versions>) {
    const versions = await this.query.versions(params.compilationId);
    return pageFrom(versions, query, ({ id }) => id);
  }

  @Route(routes.view)
  view({ params }: InputOf<typeof routes.view>) {
    return this.query.view(params.compilationId, params.draftVersionId);
  }

  @Route(routes.compare)
  async compare({ params, query }: InputOf<typeof routes.compare>) {
    const { compilationId, draftVersionId } = params;
    return { items: await this.query.compare(compilationId, query.with, draftVersionId) };
  }

  @Route(routes.history)
  async history({ params }: InputOf<typeof routes.history>) {
    return { items: await this.query.history(params.compilationId, params.clauseId) };
  }
}
