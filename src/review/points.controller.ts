import { z } from 'zod';
import { renderDocument, TemplateSet } from '../render/index.js';
import {
  ApiController,
  download,
  inCompilation,
  type InputOf,
  mediaTypes,
  pageFrom,
  pageOf,
  pageQuery,
  read,
  Route,
} from '../web/index.js';
import { MinutesQuery } from './minutes.query.js';
import { pointKinds } from './review-point.entity.js';
import { ReviewQuery } from './review.query.js';
import { pointView } from './review.views.js';

const points = `${inCompilation}/review-points` as const;

const routes = {
  list: read(points, {
    summary: '专家、全体会议、市政府的意见及其办理',
    query: { ...pageQuery, kind: z.enum(pointKinds).optional() },
    response: pageOf(pointView),
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
    private readonly minutesQuery: MinutesQuery,
    private readonly templates: TemplateSet,
  ) {}

  @Route(routes.list)
  async list({ params, query }: InputOf<typeof routes.list>) {
    return pageFrom(await this.query.points(params.compilationId, query.kind), query, ({ id }) => id);
  }

  @Route(routes.minutes)
  async minutes({ params, query }: InputOf<typeof routes.minutes>) {
    const view = await this.minutesQuery.view(params.compilationId, params.meetingId);
    const content = renderDocument(this.templates, 'minutes', query.format, view);
    return download(content, mediaTypes[query.format], `会议纪要.${query.format}`);
  }
}
