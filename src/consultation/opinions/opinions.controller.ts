import { z } from 'zod';
import {
  ApiController,
  flagQuery,
  idSchema,
  inCompilation,
  type InputOf,
  pageOf,
  pageQuery,
  read,
  Route,
  wordQuery,
} from '../../web/index.js';
import { dispositions } from '../../../workflows/index.js';
import { OpinionsQuery } from './opinions.query.js';
import { countsView, opinionView } from './opinions.views.js';

const opinions = `${inCompilation}/opinions` as const;

const routes = {
  list: read(opinions, {
    summary: '意见登记簿，按编号',
    query: {
      limit: pageQuery.limit,
      cursor: z
        .string()
        .regex(/^\d{1,9}\.\d{1,9}$/, { error: '不是上一页给出的位置' })
        .optional()
        .describe('上一页的 next；不填则从头开始'),
      state: wordQuery.describe('received、assigned、disposed、reviewed'),
      disposition: z.enum(dispositions).optional(),
      handler: wordQuery.describe('承办人'),
      late: flagQuery.describe('只看逾期收到（true）或者按期收到（false）的'),
      clauseId: idSchema.optional(),
      groupId: idSchema.optional(),
      unitId: idSchema.optional(),
    },
    response: pageOf(opinionView),
  }),
  counts: read(`${opinions}/counts`, {
    summary: '意见数：按办理状态、按处理意见',
    response: countsView,
  }),
  orphans: read(`${opinions}/orphans`, {
    summary: '所指条款已不在文稿中的意见',
    response: z.object({
      items: z.array(z.object({ id: z.string(), number: z.string(), clauseLabel: z.string().nullable() })),
    }),
  }),
  one: read(`${opinions}/:opinionId`, {
    summary: '一条意见及其拆分',
    response: opinionView.extend({ parts: z.array(z.string()) }),
  }),
};

@ApiController('意见')
export class OpinionsController {
  constructor(private readonly query: OpinionsQuery) {}

  @Route(routes.list)
  async list({ params, query }: InputOf<typeof routes.list>) {
    const { limit, cursor, ...filter } = query;
    const [sequence, part] = cursor?.split('.').map(Number) ?? [];
    const after = cursor === undefined ? null : { sequence, part };
    const { opinions: items, next } = await this.query.page(params.compilationId, filter, after, limit);
    return { items, next: next === null ? null : `${next.sequence}.${next.part}` };
  }

  @Route(routes.counts)
  counts({ params }: InputOf<typeof routes.counts>) {
    return this.query.counts(params.compilationId);
  }

  @Route(routes.orphans)
  async orphans({ params }: InputOf<typeof routes.orphans>) {
    return { items: await this.query.orphans(params.compilationId) };
  }

  @Route(routes.one)
  one({ params }: InputOf<typeof routes.one>) {
    return this.query.one(params.compilationId, params.opinionId);
  }
}
