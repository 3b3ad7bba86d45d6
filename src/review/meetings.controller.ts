import {
  ApiController,
  inCompilation,
  type InputOf,
  pageFrom,
  pageOf,
  pageQuery,
  read,
  Route,
} from '../web/index.js';
import { ReviewQuery } from './review.query.js';
import { meetingView } from './review.views.js';

const meetings = `${inCompilation}/meetings` as const;

const routes = {
  list: read(meetings, {
    summary: '专家论证会和全体会议',
    query: pageQuery,
    response: pageOf(meetingView),
  }),
  view: read(`${meetings}/:meetingId`, {
    summary: '一次会议：到会、利害关系、意见、签署、结论',
    response: meetingView,
  }),
};

@ApiController('会议')
export class MeetingsController {
  constructor(private readonly query: ReviewQuery) {}

  @Route(routes.list)
  async list({ params, query }: InputOf<typeof routes.list>) {
    return pageFrom(await this.query.meetings(params.compilationId), query, ({ id }) => id);
  }

  @Route(routes.view)
  view({ params }: InputOf<typeof routes.view>) {
    return this.query.meeting(params.compilationId, params.meetingId);
  }
}
