import { z } from 'zod';
import {
  ApiController,
  flagQuery,
  idSchema,
  inCompilation,
  type InputOf,
  pageFrom,
  pageOf,
  pageQuery,
  read,
  Route,
} from '../web/index.js';
import { ObligationStoryQuery } from './obligation-story.query.js';
import { ObligationsQuery } from './obligations.query.js';
import {
  categorySchema,
  kindSchema,
  obligationView,
  progressView,
  requestView,
  stateSchema,
  storyView,
} from './obligations.views.js';

const all = `${inCompilation}/obligations` as const;

const routes = {
  list: read(all, {
    summary: '报送任务一览：谁、该报什么、何时到期、办到哪一步',
    query: {
      ...pageQuery,
      kind: kindSchema.optional().describe('material 为材料报送，reply 为书面征求意见回函'),
      state: stateSchema.optional(),
      unitId: idSchema.optional(),
      category: categorySchema.optional(),
      late: flagQuery.describe('只看逾期（true）或者未逾期（false）'),
    },
    response: pageOf(obligationView),
  }),
  progress: read(`${all}/progress`, {
    summary: '报送进度，按单位类别',
    query: { kind: kindSchema.default('material') },
    response: z.object({ items: z.array(progressView) }),
  }),
  story: read(`${all}/:obligationId`, {
    summary: '一家单位的一项报送任务：办理经过、邮件、期限变动、延期申请',
    response: storyView,
  }),
  openRequests: read(`${inCompilation}/extension-requests`, {
    summary: '待答复的延期申请',
    query: pageQuery,
    response: pageOf(requestView),
  }),
};

@ApiController('报送任务')
export class ObligationsController {
  constructor(
    private readonly query: ObligationsQuery,
    private readonly stories: ObligationStoryQuery,
  ) {}

  @Route(routes.list)
  async list({ params, query }: InputOf<typeof routes.list>) {
    const { kind, state, unitId, category, late } = query;
    const filter = { kind, unitId, states: state === undefined ? undefined : [state] };
    const rows = (await this.query.list(params.compilationId, filter)).filter(
      (row) =>
        (late === undefined || row.late === late) && (category === undefined || row.category === category),
    );
    return pageFrom(rows, query, ({ id }) => id);
  }

  @Route(routes.progress)
  async progress({ params, query }: InputOf<typeof routes.progress>) {
    return { items: await this.query.progress(params.compilationId, query.kind) };
  }

  @Route(routes.story)
  story({ params }: InputOf<typeof routes.story>) {
    return this.stories.story(params.compilationId, params.obligationId);
  }

  @Route(routes.openRequests)
  async openRequests({ params, query }: InputOf<typeof routes.openRequests>) {
    const open = await this.query.openRequests(params.compilationId);
    return pageFrom(open, query, ({ requestId }) => requestId);
  }
}
