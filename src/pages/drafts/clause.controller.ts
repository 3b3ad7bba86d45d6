import { z } from 'zod';
import { EditClauseUseCase, TraceClausesUseCase } from '../../drafts/index.js';
import { InvalidInput, drafters, staff } from '../../platform/index.js';
import { form, OnPage, page, PageController, type PageInput, seeOther, show } from '../../web/index.js';
import { areaPath, inStaffPages } from '../frame/navigation.js';
import { ClausePage, opinionPath } from './clause-page.js';

const clause = `${inStaffPages}/drafts/:versionId/clauses/:clauseId` as const;
const maybeId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{0,64}$/, { error: '不是意见的编号' })
  .default('');
const several = z.union([z.string(), z.array(z.string())]).default([]);

const routes = {
  look: page(clause, { by: staff, query: { opinion: maybeId } }),
  edit: form(clause, {
    by: drafters,
    body: z.object({
      title: z.string().default(''),
      text: z.string().default(''),
      revision: z.coerce.number().int(),
      opinion: maybeId,
    }),
  }),
  trace: form(`${clause}/traces`, {
    by: drafters,
    body: z.object({ submissions: several, visits: several }),
  }),
};

/** One clause: read, changed, traced to its sources. */
@PageController()
export class ClauseController {
  constructor(
    private readonly pages: ClausePage,
    private readonly editClause: EditClauseUseCase,
    private readonly traceClauses: TraceClausesUseCase,
  ) {}

  @OnPage(routes.look)
  async look({ params, query, visitor }: PageInput<typeof routes.look>) {
    const mayEdit = visitor.actorAs(drafters, params.compilationId) !== null;
    const opinionId = query.opinion === '' ? null : query.opinion;
    const view = await this.pages.view({ ...params, opinionId, mayEdit });
    return show('drafts/clause', view, { title: '条款', nav: 'drafts' });
  }

  @OnPage(routes.edit)
  async edit({ params, body, actor }: PageInput<typeof routes.edit>) {
    const { compilationId, versionId, clauseId } = params;
    const { opinion, ...wording } = body;
    await this.editClause.execute(compilationId, actor, { clauseId, ...wording });
    const back =
      opinion === ''
        ? `${areaPath(compilationId, 'drafts')}/${versionId}/clauses/${clauseId}`
        : `${opinionPath(compilationId, opinion)}?changed=${clauseId}`;
    return seeOther(back, '已修改条款，写入台账。');
  }

  @OnPage(routes.trace)
  async trace({ params, body, actor }: PageInput<typeof routes.trace>) {
    const { compilationId, versionId, clauseId } = params;
    const submissions = [body.submissions].flat().map((sourceId) => ({ sourceKind: 'submission', sourceId }));
    const visits = [body.visits].flat().map((sourceId) => ({ sourceKind: 'visit', sourceId }));
    const traces = [...submissions, ...visits].map((source) => ({ clauseId, ...source }));
    if (traces.length === 0) throw new InvalidInput('请至少选择一份材料或者一次走访。', 'no-source');
    await this.traceClauses.execute(compilationId, actor, { traces });
    return seeOther(
      `${areaPath(compilationId, 'drafts')}/${versionId}/clauses/${clauseId}`,
      `已注明来源${traces.length}处。`,
    );
  }
}
