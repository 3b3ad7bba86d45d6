import { z } from 'zod';
import {
  ApiController,
  exampleId,
  flagQuery,
  idSchema,
  inCompilation,
  type InputOf,
  pageOf,
  pageQuery,
  read,
  Route,
  wordQuery,
  write,
} from '../../web/index.js';
import { dispositions } from '../../../workflows/index.js';
import { receiveOpinionSchema } from './opinion.dto.js';
import { OpinionsQuery } from './opinions.query.js';
import { countsView, opinionView } from './opinions.views.js';
import { ReceiveOpinionUseCase } from './receive-opinion.use-case.js';
import { SplitOpinionUseCase, splitOpinionSchema } from './split-opinion.use-case.js';

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
  receive: write(opinions, {
    summary: '登记一条意见；同一 submissionKey 只登记一次',
    body: receiveOpinionSchema,
    example: {
      channel: '网上',
      proposer: { category: '社会公众' },
      content: '建议增加中小企业质量技术服务的内容。',
    },
    response: z.object({ id: z.string(), number: z.string(), late: z.boolean() }),
    status: 201,
    keyField: 'submissionKey',
  }),
  split: write(`${opinions}/split`, {
    summary: '将含有几点意见的来信拆成几条，各自保留来源',
    body: splitOpinionSchema,
    example: {
      opinionId: exampleId,
      revision: 1,
      parts: [{ content: '建议一' }, { content: '建议二' }],
    },
    response: z.object({ numbers: z.array(z.string()) }),
  }),
};

@ApiController('意见')
export class OpinionsController {
  constructor(
    private readonly query: OpinionsQuery,
    private readonly receiveOpinion: ReceiveOpinionUseCase,
    private readonly splitOpinion: SplitOpinionUseCase,
  ) {}

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

  @Route(routes.receive)
  receive({ params, actor, body }: InputOf<typeof routes.receive>) {
    return this.receiveOpinion.execute(params.compilationId, actor, body);
  }

  @Route(routes.split)
  split({ params, actor, body }: InputOf<typeof routes.split>) {
    return this.splitOpinion.execute(params.compilationId, actor, body);
  }
}
