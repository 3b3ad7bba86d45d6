import { z } from 'zod';
import {
  ApiController,
  exampleId,
  flagQuery,
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
import { AcceptObligationsUseCase } from './accept-obligations.use-case.js';
import { IssueObligationUseCase } from './issue-obligation.use-case.js';
import { ObligationStoryQuery } from './obligation-story.query.js';
import { acceptSchema, issueSchema, returnSchema, waiveSchema } from './obligations.dto.js';
import { ObligationsQuery } from './obligations.query.js';
import {
  categorySchema,
  kindSchema,
  obligationView,
  progressView,
  stateSchema,
  storyView,
} from './obligations.views.js';
import { ReturnObligationUseCase } from './return-obligation.use-case.js';
import { WaiveObligationsUseCase } from './waive-obligations.use-case.js';

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
  issue: write(all, {
    summary: '向名册中新增的单位补发报送任务',
    body: issueSchema,
    example: { unitId: exampleId, kind: 'material', until: '2021-08-06' },
    response: z.object({ obligationId: z.string() }),
    status: 201,
  }),
  accept: write(`${all}/accept`, {
    summary: '受理，可一次多家；全部办成或者全部不办',
    body: acceptSchema,
    example: { ids: [exampleId] },
  }),
  waive: write(`${all}/waive`, {
    summary: '豁免，可一次多家，须写明理由和批准职务',
    body: waiveSchema,
    example: { ids: [exampleId], reason: '机构已撤并，由新设单位一并报送', approver: '秘书处负责人' },
  }),
  sendBack: write(`${all}/:obligationId/return`, {
    summary: '退回补正，须写明意见',
    body: returnSchema,
    example: { comments: ['2035年目标未量化，请补充'], resubmitBy: '2021-08-02' },
  }),
};

@ApiController('报送任务')
export class ObligationsController {
  constructor(
    private readonly query: ObligationsQuery,
    private readonly stories: ObligationStoryQuery,
    private readonly issueObligation: IssueObligationUseCase,
    private readonly acceptObligations: AcceptObligationsUseCase,
    private readonly waiveObligations: WaiveObligationsUseCase,
    private readonly returnObligation: ReturnObligationUseCase,
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

  @Route(routes.issue)
  issue({ params, actor, body }: InputOf<typeof routes.issue>) {
    return this.issueObligation.execute(params.compilationId, actor, body);
  }

  @Route(routes.accept)
  accept({ params, actor, body }: InputOf<typeof routes.accept>) {
    return this.acceptObligations.execute(params.compilationId, actor, body);
  }

  @Route(routes.waive)
  waive({ params, actor, body }: InputOf<typeof routes.waive>) {
    return this.waiveObligations.execute(params.compilationId, actor, body);
  }

  @Route(routes.sendBack)
  sendBack({ params, actor, body }: InputOf<typeof routes.sendBack>) {
    return this.returnObligation.execute(params.compilationId, actor, params.obligationId, body);
  }
}
