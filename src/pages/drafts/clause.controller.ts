import { z } from 'zod';
import { editClause, traceClauses } from '../../drafts/index.js';
import { InvalidInput, drafters, staff } from '../../platform/index.js';
import {
  actFormOf,
  formsOf,
  OnPage,
  page,
  PageController,
  type PageInput,
  seeOther,
  show,
} from '../../web/index.js';
import { areaPath, inStaffPages } from '../frame/navigation.js';
import { several } from '../words/form-fields.js';
import { ClausePage, opinionPath } from './clause-page.js';

const clause = `${inStaffPages}/drafts/:versionId/clauses/:clauseId` as const;
const maybeId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{0,64}$/, { error: '不是意见的编号' })
  .default('');

const routes = {
  look: page(clause, { by: staff, query: { opinion: maybeId } }),
};

const pathOf = ({
  compilationId,
  versionId,
  clauseId,
}: Record<'compilationId' | 'versionId' | 'clauseId', string>) =>
  `${areaPath(compilationId, 'drafts')}/${versionId}/clauses/${clauseId}`;

export const ClauseForms = formsOf({
  edit: actFormOf(editClause, clause, {
    fields: z.object({
      title: z.string().default(''),
      text: z.string().default(''),
      revision: z.coerce.number().int(),
      opinion: maybeId,
    }),
    read: ({ title, text, revision }, { clauseId }) => ({ clauseId, title, text, revision }),
    then: ({ params, body }) => {
      const { compilationId, clauseId } = params;
      const back =
        body.opinion === ''
          ? pathOf(params)
          : `${opinionPath(compilationId, body.opinion)}?changed=${clauseId}`;
      return seeOther(back, '已修改条款，写入台账。');
    },
  }),
  trace: actFormOf(traceClauses, `${clause}/traces`, {
    fields: z.object({ submissions: several, visits: several }),
    read: ({ submissions, visits }, { clauseId }) => {
      const of = (sourceKind: 'submission' | 'visit', ids: string[]) =>
        ids.map((sourceId) => ({ clauseId, sourceKind, sourceId }));
      const traces = [...of('submission', submissions), ...of('visit', visits)];
      if (traces.length === 0) throw new InvalidInput('请至少选择一份材料或者一次走访。', 'no-source');
      return { traces };
    },
    then: ({ params, input }) => seeOther(pathOf(params), `已注明来源${input.traces.length}处。`),
  }),
});

/** One clause: read, changed, traced to its sources. */
@PageController()
export class ClauseController {
  constructor(private readonly pages: ClausePage) {}

  @OnPage(routes.look)
  async look({ params, query, visitor }: PageInput<typeof routes.look>) {
    const mayEdit = visitor.actorAs(drafters, params.compilationId) !== null;
    const opinionId = query.opinion === '' ? null : query.opinion;
    const view = await this.pages.view({ ...params, opinionId, mayEdit });
    return show('drafts/clause', view, { title: '条款', nav: 'drafts' });
  }
}
