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
} from '../web/index.js';
import { CompilationQuery } from './compilation.query.js';
import { issueFields } from './issues.use-case.js';

const issueView = issueFields.extend({
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
};

@ApiController('重大问题和分歧意见')
export class IssuesController {
  constructor(private readonly query: CompilationQuery) {}

  @Route(routes.list)
  async list({ params, query }: InputOf<typeof routes.list>) {
    const all = await this.query.issues(params.compilationId);
    const wanted = all.filter(
      (issue) => query.open === undefined || query.open === (issue.decidedAt === null),
    );
    return pageFrom(wanted, query, ({ id }) => id);
  }
}
