import { z } from 'zod';
import { drafters } from '../platform/index.js';
import {
  ApiController,
  exampleId,
  idSchema,
  inCompilation,
  type InputOf,
  pageFrom,
  pageOf,
  pageQuery,
  read,
  Route,
  write,
} from '../web/index.js';
import { ConfirmDraftUseCase, confirmDraftSchema } from './confirm-draft.use-case.js';
import { DraftsQuery } from './drafts.query.js';
import { comparisonView, draftView, historyView, versionView } from './drafts.views.js';
import { EditClauseUseCase, editClauseSchema } from './edit-clause.use-case.js';
import { TraceClausesUseCase, traceClausesSchema } from './trace-clauses.use-case.js';

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
  confirm: write(`${drafts}/confirm`, {
    by: drafters,
    summary: '确认条款拆分；文字未改的，写明理由',
    body: confirmDraftSchema,
    example: { draftVersionId: exampleId, unchangedReason: '公开征求意见期间未收到意见' },
  }),
  history: read(`${clauses}/:clauseId/history`, {
    summary: '一个条款在各版本中的表述',
    response: historyView,
  }),
  edit: write(`${clauses}/edit`, {
    by: drafters,
    summary: '修改一个条款的文字；他人已改的不覆盖',
    body: editClauseSchema,
    example: {
      clauseId: exampleId,
      revision: 1,
      title: '总体要求',
      text: '到2025年，质量总体水平显著提高。',
    },
    response: z.object({ revision: z.number().int() }),
  }),
  trace: write(`${clauses}/trace`, {
    by: drafters,
    summary: '注明条款的来源：报送材料、调研走访、意见、专家论证、审议',
    body: traceClausesSchema,
    example: { traces: [{ clauseId: exampleId, sourceKind: 'submission', sourceId: exampleId }] },
  }),
};

@ApiController('文稿')
export class DraftsController {
  constructor(
    private readonly query: DraftsQuery,
    private readonly confirmDraft: ConfirmDraftUseCase,
    private readonly editClause: EditClauseUseCase,
    private readonly traceClauses: TraceClausesUseCase,
  ) {}

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

  @Route(routes.confirm)
  confirm({ params, actor, body }: InputOf<typeof routes.confirm>) {
    return this.confirmDraft.execute(params.compilationId, actor, body);
  }

  @Route(routes.history)
  async history({ params }: InputOf<typeof routes.history>) {
    return { items: await this.query.history(params.compilationId, params.clauseId) };
  }

  @Route(routes.edit)
  edit({ params, actor, body }: InputOf<typeof routes.edit>) {
    return this.editClause.execute(params.compilationId, actor, body);
  }

  @Route(routes.trace)
  trace({ params, actor, body }: InputOf<typeof routes.trace>) {
    return this.traceClauses.execute(params.compilationId, actor, body);
  }
}
