import { z } from 'zod';
import {
  ApiController,
  exampleId,
  inCompilation,
  type InputOf,
  pageFrom,
  pageOf,
  pageQuery,
  read,
  Route,
  write,
} from '../web/index.js';
import { ArrangeMeetingUseCase, arrangeMeetingSchema } from './arrange-meeting.use-case.js';
import { RecordAttendanceUseCase, recordAttendanceSchema } from './record-attendance.use-case.js';
import { RecordConclusionUseCase, recordConclusionSchema } from './record-conclusion.use-case.js';
import { RescheduleMeetingUseCase, rescheduleMeetingSchema } from './reschedule-meeting.use-case.js';
import { ReviewQuery } from './review.query.js';
import { meetingView } from './review.views.js';

const meetings = `${inCompilation}/meetings` as const;
const count = z.number().int();
const warnings = z.array(z.string());

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
  arrange: write(meetings, {
    summary: '安排会议；召集之前可重新安排',
    body: arrangeMeetingSchema,
    example: { kind: 'expertReview', date: '2021-10-20', from: '09:00', to: '11:30', place: '第一会议室' },
    response: z.object({ id: z.string(), round: count, warnings }),
    status: 201,
  }),
  reschedule: write(`${meetings}/:meetingId/reschedule`, {
    summary: '已召集的会议改期；日程随之更新',
    body: rescheduleMeetingSchema,
    example: { date: '2021-10-21', from: '09:00', to: '11:30', place: '第一会议室' },
    response: z.object({ warnings }),
  }),
  attendance: write(`${meetings}/:meetingId/attendance`, {
    summary: '登记到会人员',
    body: recordAttendanceSchema,
    example: { presentInviteeIds: [exampleId] },
    response: z.object({ present: count, absent: count }),
  }),
  conclusion: write(`${meetings}/:meetingId/conclusion`, {
    summary: '登记会议结论和纪要要点；全体会议须记主要负责人最后发表的意见',
    body: recordConclusionSchema,
    example: { conclusion: '修改后通过', discussion: '与会专家逐条讨论，建议修改后通过。' },
  }),
};

@ApiController('会议')
export class MeetingsController {
  constructor(
    private readonly query: ReviewQuery,
    private readonly arrangeMeeting: ArrangeMeetingUseCase,
    private readonly rescheduleMeeting: RescheduleMeetingUseCase,
    private readonly recordAttendance: RecordAttendanceUseCase,
    private readonly recordConclusion: RecordConclusionUseCase,
  ) {}

  @Route(routes.list)
  async list({ params, query }: InputOf<typeof routes.list>) {
    return pageFrom(await this.query.meetings(params.compilationId), query, ({ id }) => id);
  }

  @Route(routes.view)
  view({ params }: InputOf<typeof routes.view>) {
    return this.query.meeting(params.compilationId, params.meetingId);
  }

  @Route(routes.arrange)
  arrange({ params, actor, body }: InputOf<typeof routes.arrange>) {
    return this.arrangeMeeting.execute(params.compilationId, actor, body);
  }

  @Route(routes.reschedule)
  reschedule({ params, actor, body }: InputOf<typeof routes.reschedule>) {
    return this.rescheduleMeeting.execute(params.compilationId, actor, params.meetingId, body);
  }

  @Route(routes.attendance)
  attendance({ params, actor, body }: InputOf<typeof routes.attendance>) {
    return this.recordAttendance.execute(params.compilationId, actor, params.meetingId, body);
  }

  @Route(routes.conclusion)
  conclusion({ params, actor, body }: InputOf<typeof routes.conclusion>) {
    return this.recordConclusion.execute(params.compilationId, actor, params.meetingId, body);
  }
}
