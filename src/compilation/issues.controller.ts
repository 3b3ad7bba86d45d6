import { z } from 'zod';
import {
  ApiController,
  flagQuery,
  inCompilation,
  type InputOf,
  instant,
  pageFrom,
  pageOf,
  pageQuery,
  read,
  Route,
  write,
} from '../web/index.js';
import { CompilationQuery } from './compilation.query.js';
import { withdrawSchema } from '../engine/index.js';
import { amendIssueSchema, decideIssueSchema, IssuesUseCase, raiseIssueSchema } from './issues.use-case.js';

const issueView = raiseIssueSchema.extend({
  id: z.string(),
  raisedAt: instant,
  escalatedAt: instant.nullable(),
  decision: z.string().nullable(),
  decidedAt: instant.nullable(),
  revision: z.number().int(),
});

const routes = {
  list: read(`${inCompilation}/issues`, {
    summary: '重大问题和分歧意见',
    query: { ...pageQuery, open: flagQuery.describe('只看未决（true）或者已决（false）') },
    response: pageOf(issueView),
  }),
  raise: write(`${inCompilation}/issues`, {
    summary: '登记一项重大问题或者分歧意见',
    body: raiseIssueSchema,
    example: {
      kind: '分歧意见',
      title: '2025年目标值的取法',
      views: [
        { holder: '甲单位', view: '目标值应从高', reason: '与国家纲要衔接' },
        { holder: '乙单位', view: '目标值应留余地', reason: '基数尚待核定' },
      ],
      proposal: '建议按国家纲要口径确定，并注明测算依据。',
    },
    response: z.object({ id: z.string() }),
    status: 201,
  }),
  amend: write(`${inCompilation}/issues/:issueId/amend`, {
    summary: '补充更正一项尚未决定的事项；已提请的须重新提请',
    body: amendIssueSchema,
    example: {
      kind: '分歧意见',
      title: '2025年目标值的取法',
      views: [
        { holder: '甲单位', view: '目标值应从高', reason: '与国家纲要衔接' },
        { holder: '乙单位', view: '目标值应留余地', reason: '基数尚待核定' },
      ],
      proposal: '建议按国家纲要口径确定，并注明测算依据。',
      reason: '补记另一方的意见',
    },
  }),
  withdraw: write(`${inCompilation}/issues/:issueId/withdraw`, {
    summary: '撤回一项尚未决定的事项',
    body: withdrawSchema,
    example: { reason: '双方已经协商一致' },
  }),
  escalate: write(`${inCompilation}/issues/:issueId/escalate`, { summary: '提请领导小组决定' }),
  decide: write(`${inCompilation}/issues/:issueId/decide`, {
    summary: '登记领导小组的决定',
    body: decideIssueSchema,
    example: { decision: '同意秘书处的处理建议。' },
  }),
};

@ApiController('重大问题和分歧意见')
export class IssuesController {
  constructor(
    private readonly query: CompilationQuery,
    private readonly issues: IssuesUseCase,
  ) {}

  @Route(routes.list)
  async list({ params, query }: InputOf<typeof routes.list>) {
    const all = await this.query.issues(params.compilationId);
    const wanted = all.filter(
      (issue) => query.open === undefined || query.open === (issue.decidedAt === null),
    );
    return pageFrom(wanted, query, ({ id }) => id);
  }

  @Route(routes.raise)
  raise({ params, actor, body }: InputOf<typeof routes.raise>) {
    return this.issues.raise(params.compilationId, actor, body);
  }

  @Route(routes.escalate)
  escalate({ params, actor }: InputOf<typeof routes.escalate>) {
    return this.issues.escalate(params.compilationId, actor, params.issueId);
  }

  @Route(routes.decide)
  decide({ params, actor, body }: InputOf<typeof routes.decide>) {
    return this.issues.decide(params.compilationId, actor, params.issueId, body);
  }

  @Route(routes.amend)
  amend({ params, actor, body }: InputOf<typeof routes.amend>) {
    return this.issues.amend(params.compilationId, actor, params.issueId, body);
  }

  @Route(routes.withdraw)
  withdraw({ params, actor, body }: InputOf<typeof routes.withdraw>) {
    return this.issues.withdraw(params.compilationId, actor, params.issueId, body);
  }
}
