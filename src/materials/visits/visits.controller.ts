import { z } from 'zod';
import { withdrawSchema } from '../../engine/index.js';
import {
  ApiController,
  exampleId,
  inCompilation,
  type InputOf,
  instant,
  pageFrom,
  pageOf,
  pageQuery,
  read,
  Route,
  write,
} from '../../web/index.js';
import { CiteVisitUseCase, citeVisitSchema } from './cite-visit.use-case.js';
import { amendVisitSchema, CorrectVisitUseCase } from './correct-visit.use-case.js';
import { LogVisitUseCase, logVisitSchema } from './log-visit.use-case.js';
import { VisitsQuery } from './visits.query.js';

const visits = `${inCompilation}/visits` as const;

const visitView = logVisitSchema.extend({
  id: z.string(),
  usedIn: z.array(z.string()),
  loggedAt: instant,
  loggedBy: z.string(),
  revision: z.number().int(),
});

const routes = {
  list: read(visits, { summary: '调研走访记录', query: pageQuery, response: pageOf(visitView) }),
  log: write(visits, {
    summary: '登记一次调研走访',
    body: logVisitSchema,
    example: {
      kind: 'industry',
      place: '某行业协会',
      visitedOn: '2021-08-18',
      hosts: ['某行业协会'],
      findings: '检验检测能力分布不均，建议统筹布局。',
    },
    response: z.object({ id: z.string() }),
    status: 201,
  }),
  cite: write(`${visits}/:visitId/cite`, {
    summary: '注明哪些条款采用了走访所得；以此次所列为准',
    body: citeVisitSchema,
    example: { revision: 1, usedIn: [exampleId] },
    response: z.object({ revision: z.number().int() }),
  }),
  amend: write(`${visits}/:visitId/amend`, {
    summary: '更正一次调研走访的记录；形成征求意见稿之后不再更正',
    body: amendVisitSchema,
    example: {
      revision: 1,
      kind: 'industry',
      place: '某行业协会',
      visitedOn: '2021-08-18',
      hosts: ['某行业协会'],
      findings: '检验检测能力分布不均，建议统筹布局。',
      reason: '走访日期登记有误',
    },
  }),
  withdraw: write(`${visits}/:visitId/withdraw`, {
    summary: '撤回一次误登的调研走访；形成征求意见稿之后不再撤回',
    body: withdrawSchema,
    example: { reason: '重复登记' },
  }),
};

@ApiController('调研走访')
export class VisitsController {
  constructor(
    private readonly query: VisitsQuery,
    private readonly logVisit: LogVisitUseCase,
    private readonly citeVisit: CiteVisitUseCase,
    private readonly correctVisit: CorrectVisitUseCase,
  ) {}

  @Route(routes.list)
  async list({ params, query }: InputOf<typeof routes.list>) {
    return pageFrom(await this.query.list(params.compilationId), query, ({ id }) => id);
  }

  @Route(routes.log)
  log({ params, actor, body }: InputOf<typeof routes.log>) {
    return this.logVisit.execute(params.compilationId, actor, body);
  }

  @Route(routes.cite)
  cite({ params, actor, body }: InputOf<typeof routes.cite>) {
    return this.citeVisit.execute(params.compilationId, actor, params.visitId, body);
  }

  @Route(routes.amend)
  amend({ params, actor, body }: InputOf<typeof routes.amend>) {
    return this.correctVisit.amend(params.compilationId, actor, params.visitId, body);
  }

  @Route(routes.withdraw)
  withdraw({ params, actor, body }: InputOf<typeof routes.withdraw>) {
    return this.correctVisit.withdraw(params.compilationId, actor, params.visitId, body);
  }
}
