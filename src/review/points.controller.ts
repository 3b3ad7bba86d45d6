import { z } from 'zod';
import { renderDocument, TemplateSet } from '../render/index.js';
import {
  ApiController,
  download,
  exampleId,
  inCompilation,
  type InputOf,
  mediaTypes,
  pageFrom,
  pageOf,
  pageQuery,
  read,
  Route,
  write,
} from '../web/index.js';
import { AmendPointUseCase } from './amend-point.use-case.js';
import { AnswerPointUseCase } from './answer-point.use-case.js';
import { FilePointUseCase } from './file-point.use-case.js';
import { MinutesQuery } from './minutes.query.js';
import { amendPointSchema, answerPointSchema, filePointSchema } from './points.dto.js';
import { pointKinds } from './review-point.entity.js';
import { ReviewQuery } from './review.query.js';
import { pointView, voidedView } from './review.views.js';

const points = `${inCompilation}/review-points` as const;

const routes = {
  list: read(points, {
    summary: '专家、全体会议、市政府的意见及其办理',
    query: { ...pageQuery, kind: z.enum(pointKinds).optional() },
    response: pageOf(pointView),
  }),
  file: write(points, {
    summary: '登记一条意见，可注明条款',
    body: filePointSchema,
    example: { kind: 'expert', inviteeId: exampleId, clauseId: null, content: '建议补充测算依据。' },
    response: z.object({ id: z.string(), number: z.number().int() }),
    status: 201,
  }),
  amend: write(`${points}/:pointId/amend`, {
    summary: '更正一条尚未答复的意见；已签署的须重新签署',
    body: amendPointSchema,
    example: { content: '建议补充2035年目标的测算依据。', dissent: false },
    response: voidedView,
  }),
  answer: write(`${points}/:pointId/answer`, {
    summary: '答复一条意见：改了哪一条、如何修改，或者为何不改',
    body: answerPointSchema,
    example: { answer: 'unchanged', text: '测算依据已载于编制说明。' },
    response: z.object({
      clauseUnchanged: z.boolean().describe('答复为“已修改”，但所指条款的文字目前没有变化'),
    }),
  }),
  minutes: read(`${inCompilation}/meetings/:meetingId/minutes`, {
    summary: '会议纪要',
    query: { format: z.enum(['docx', 'html']).default('docx') },
    produces: mediaTypes.docx,
  }),
};

@ApiController('会议')
export class PointsController {
  constructor(
    private readonly query: ReviewQuery,
    private readonly filePoint: FilePointUseCase,
    private readonly amendPoint: AmendPointUseCase,
    private readonly answerPoint: AnswerPointUseCase,
    private readonly minutesQuery: MinutesQuery,
    private readonly templates: TemplateSet,
  ) {}

  @Route(routes.list)
  async list({ params, query }: InputOf<typeof routes.list>) {
    return pageFrom(await this.query.points(params.compilationId, query.kind), query, ({ id }) => id);
  }

  @Route(routes.file)
  file({ params, actor, body }: InputOf<typeof routes.file>) {
    return this.filePoint.execute(params.compilationId, actor, body);
  }

  @Route(routes.amend)
  amend({ params, actor, body }: InputOf<typeof routes.amend>) {
    return this.amendPoint.execute(params.compilationId, actor, params.pointId, body);
  }

  @Route(routes.answer)
  answer({ params, actor, body }: InputOf<typeof routes.answer>) {
    return this.answerPoint.execute(params.compilationId, actor, params.pointId, body);
  }

  @Route(routes.minutes)
  async minutes({ params, query }: InputOf<typeof routes.minutes>) {
    const view = await this.minutesQuery.view(params.compilationId, params.meetingId);
    const content = renderDocument(this.templates, 'minutes', query.format, view);
    return download(content, mediaTypes[query.format], `会议纪要.${query.format}`);
  }
}
