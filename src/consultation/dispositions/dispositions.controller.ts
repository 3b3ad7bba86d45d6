import { z } from 'zod';
import { reviewers } from '../../platform/index.js';
import { AdoptionsQuery } from '../adoption/adoptions.query.js';
import { ConfirmUnchangedUseCase, confirmUnchangedSchema } from '../adoption/confirm-unchanged.use-case.js';
import {
  ApiController,
  exampleId,
  inCompilation,
  type InputOf,
  read,
  Route,
  write,
} from '../../web/index.js';
import { AssignOpinionsUseCase } from './assign-opinions.use-case.js';
import { DisposeOpinionsUseCase } from './dispose-opinions.use-case.js';
import {
  approveDispositionsSchema,
  assignOpinionsSchema,
  disposeOpinionSchema,
  disposeOpinionsSchema,
  returnDispositionSchema,
} from './disposition.dto.js';
import { ReviewDispositionsUseCase } from './review-dispositions.use-case.js';

const opinions = `${inCompilation}/opinions` as const;
const count = z.number().int();

const adoptionsView = z.object({
  adopted: count.describe('采纳、部分采纳的意见条数'),
  reasoned: count.describe('所列条款没有改动、已写明理由的条数'),
  unchanged: count.describe('所列条款没有改动、尚未写明理由的条数'),
  samples: z.array(
    z.object({
      id: z.string(),
      number: z.string().describe('意见编号'),
      state: z.string(),
      disposition: z.string(),
      clauseLabel: z.string().nullable().describe('所列条款现在的编号'),
    }),
  ),
});

const routes = {
  adoptions: read(`${opinions}/unchanged-adoptions`, {
    summary: '采纳、部分采纳而所列条款没有改动的意见，最多列200条',
    response: adoptionsView,
  }),
  confirmUnchanged: write(`${opinions}/confirm-unchanged`, {
    summary: '采纳、部分采纳而条款文字不作改动的，写明理由；印入汇总处理表和采纳情况反馈',
    body: confirmUnchangedSchema,
    example: { opinionIds: [exampleId], reason: '所提做法已在执行中，条款原文可以涵盖，文字不必改动。' },
    response: z.object({ confirmed: count }),
  }),
  assign: write(`${opinions}/assign`, {
    summary: '分派承办人，可一次多条',
    body: assignOpinionsSchema,
    example: { opinionIds: [exampleId], handler: 'office-1' },
    response: z.object({ assigned: count }),
  }),
  disposeOne: write(`${opinions}/dispose`, {
    summary: '办理一条意见：采纳、部分采纳、不采纳、已有体现、留作研究；他人已办的不覆盖',
    body: disposeOpinionSchema,
    example: {
      opinionId: exampleId,
      revision: 2,
      disposition: '不采纳',
      reason: '所提内容属于国家事权，不宜在本方案中规定。',
    },
  }),
  disposeMany: write(`${opinions}/dispose-many`, {
    summary: '以同一处理意见办理多条相同意见；全部办成或者全部不办',
    body: disposeOpinionsSchema,
    example: { opinionIds: [exampleId], disposition: '留作研究', reason: '拟在行动计划中进一步研究。' },
    response: z.object({ disposed: count }),
  }),
  approve: write(`${opinions}/approve`, {
    by: reviewers,
    summary: '复核通过处理意见；办理人不得自行复核',
    body: approveDispositionsSchema,
    example: { opinionIds: [exampleId] },
    response: z.object({ approved: count }),
  }),
  return: write(`${opinions}/return`, {
    by: reviewers,
    summary: '复核退回处理意见，须写明理由',
    body: returnDispositionSchema,
    example: { opinionId: exampleId, reason: '理由不充分，请补充依据。' },
  }),
  reopen: write(`${opinions}/reopen`, {
    summary: '已办结的意见重新办理，须写明理由',
    body: returnDispositionSchema,
    example: { opinionId: exampleId, reason: '条款已作调整，须重新办理。' },
  }),
};

@ApiController('意见')
export class DispositionsController {
  constructor(
    private readonly assignOpinions: AssignOpinionsUseCase,
    private readonly disposeOpinions: DisposeOpinionsUseCase,
    private readonly reviewDispositions: ReviewDispositionsUseCase,
    private readonly confirmsUnchanged: ConfirmUnchangedUseCase,
    private readonly adoptionsQuery: AdoptionsQuery,
  ) {}

  @Route(routes.adoptions)
  async adoptions({ params }: InputOf<typeof routes.adoptions>) {
    const { samples, ...counts } = await this.adoptionsQuery.unchanged(params.compilationId);
    const named = samples.map(({ id, number, state, disposition, outcome }) => {
      const clauseLabel = (outcome.after ?? outcome.before)?.label ?? null;
      return { id, number, state, disposition, clauseLabel };
    });
    return { ...counts, samples: named };
  }

  @Route(routes.confirmUnchanged)
  confirmUnchanged({ params, actor, body }: InputOf<typeof routes.confirmUnchanged>) {
    return this.confirmsUnchanged.execute(params.compilationId, actor, body);
  }

  @Route(routes.assign)
  assign({ params, actor, body }: InputOf<typeof routes.assign>) {
    return this.assignOpinions.execute(params.compilationId, actor, body);
  }

  @Route(routes.disposeOne)
  disposeOne({ params, actor, body }: InputOf<typeof routes.disposeOne>) {
    return this.disposeOpinions.one(params.compilationId, actor, body);
  }

  @Route(routes.disposeMany)
  disposeMany({ params, actor, body }: InputOf<typeof routes.disposeMany>) {
    return this.disposeOpinions.many(params.compilationId, actor, body);
  }

  @Route(routes.approve)
  approve({ params, actor, body }: InputOf<typeof routes.approve>) {
    return this.reviewDispositions.approve(params.compilationId, actor, body);
  }

  @Route(routes.return)
  return({ params, actor, body }: InputOf<typeof routes.return>) {
    return this.reviewDispositions.return(params.compilationId, actor, body);
  }

  @Route(routes.reopen)
  reopen({ params, actor, body }: InputOf<typeof routes.reopen>) {
    return this.reviewDispositions.reopen(params.compilationId, actor, body);
  }
}
