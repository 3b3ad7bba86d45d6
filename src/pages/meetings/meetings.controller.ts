import { z } from 'zod';
import { beganInput, NotFound, secretariat, staff } from '../../platform/index.js';
import {
  ArrangeMeetingUseCase,
  type MeetingKind,
  meetingKinds,
  RecordAttendanceUseCase,
  RecordConclusionUseCase,
  RescheduleMeetingUseCase,
} from '../../review/index.js';
import { form, OnPage, page, PageController, type PageInput, seeOther, show } from '../../web/index.js';
import { mayAct } from '../frame/may-act.js';
import { ArrangePage } from './arrange-page.js';
import { linesOf, several } from './form-fields.js';
import { MeetingPage } from './meeting-page.js';
import { meetingPath } from './meeting-words.js';

const times = { date: z.string(), from: z.string(), to: z.string(), place: z.string() };
const began = beganInput;
const arrangement = z.object({ ...times, agenda: z.string().default(''), partyIds: several, began });
const conclusion = z.object({
  conclusion: z.string().default(''),
  discussion: z.string().default(''),
  headStatement: z.string().default(''),
  differenceReason: z.string().default(''),
  reason: z.string().default(''),
  holder: several,
  view: several,
  began,
});

const one = '/c/:compilationId/meetings/:meetingId';
const routes = {
  list: page('/c/:compilationId/meetings', { by: staff }),
  arrange: page('/c/:compilationId/meetings/arrange/:kind', { by: secretariat }),
  keep: form('/c/:compilationId/meetings/arrange/:kind', { by: secretariat, body: arrangement }),
  one: page(one, { by: staff }),
  reschedule: form(`${one}/reschedule`, { by: secretariat, body: z.object({ ...times, began }) }),
  attendance: form(`${one}/attendance`, {
    by: secretariat,
    body: z.object({ present: several, reason: z.string().default(''), began }),
  }),
  conclude: form(`${one}/conclusion`, { by: secretariat, body: conclusion }),
};

/** 会议: expert meeting and plenary from the invitation to the conclusion. */
@PageController()
export class MeetingsPagesController {
  constructor(
    private readonly pages: MeetingPage,
    private readonly arranging: ArrangePage,
    private readonly arrangeMeeting: ArrangeMeetingUseCase,
    private readonly rescheduleMeeting: RescheduleMeetingUseCase,
    private readonly recordAttendance: RecordAttendanceUseCase,
    private readonly recordConclusion: RecordConclusionUseCase,
  ) {}

  @OnPage(routes.list)
  async list({ params, visitor }: PageInput<typeof routes.list>) {
    return show(
      'meetings/list',
      await this.pages.list(params.compilationId, mayAct(visitor, params.compilationId)),
      {
        title: '会议',
        nav: 'meetings',
      },
    );
  }

  @OnPage(routes.one)
  async one({ params, visitor }: PageInput<typeof routes.one>) {
    const view = await this.pages.one(
      params.compilationId,
      params.meetingId,
      mayAct(visitor, params.compilationId),
    );
    return show('meetings/meeting', view, { title: '会议', nav: 'meetings' });
  }

  @OnPage(routes.arrange)
  async arrange({ params }: PageInput<typeof routes.arrange>) {
    const view = await this.arranging.view(params.compilationId, kindOf(params.kind));
    return show('meetings/arrange', view, { title: '安排会议', nav: 'meetings' });
  }

  @OnPage(routes.keep)
  async keep({ params, actor, body }: PageInput<typeof routes.keep>) {
    const { compilationId } = params;
    const { agenda, ...order } = body;
    const input = { ...order, kind: kindOf(params.kind), agenda: linesOf(agenda) };
    const { id, warnings } = await this.arrangeMeeting.execute(compilationId, actor, input);
    const notice = `会议已安排，邀请${body.partyIds.length}名；召集后才寄发邀请。${warnings.join('')}`;
    return seeOther(meetingPath(compilationId, id), notice);
  }

  @OnPage(routes.reschedule)
  async reschedule({ params, actor, body }: PageInput<typeof routes.reschedule>) {
    const { compilationId, meetingId } = params;
    const { warnings } = await this.rescheduleMeeting.execute(compilationId, actor, meetingId, body);
    const notice = `会议已改期，通知即将寄发，日历条目随之更新。${warnings.join('')}`;
    return seeOther(meetingPath(compilationId, meetingId), notice);
  }

  @OnPage(routes.attendance)
  async attendance({ params, actor, body }: PageInput<typeof routes.attendance>) {
    const { compilationId, meetingId } = params;
    const { present: presentInviteeIds, reason, began } = body;
    const order = { presentInviteeIds, reason, began };
    const { present, absent } = await this.recordAttendance.execute(compilationId, actor, meetingId, order);
    return seeOther(meetingPath(compilationId, meetingId), `已登记到会${present}名，未到会${absent}名。`);
  }

  @OnPage(routes.conclude)
  async conclude({ params, actor, body }: PageInput<typeof routes.conclude>) {
    const { compilationId, meetingId } = params;
    const { holder, view, ...record } = body;
    const dissentingViews = holder
      .map((name, index) => ({ holder: name, view: view[index] ?? '' }))
      .filter((row) => row.holder.trim() !== '' || row.view.trim() !== '');
    await this.recordConclusion.execute(compilationId, actor, meetingId, { ...record, dissentingViews });
    return seeOther(
      meetingPath(compilationId, meetingId),
      `已登记结论“${body.conclusion}”，可以下载会议纪要。`,
    );
  }
}

function kindOf(kind: string): MeetingKind {
  if (!Object.hasOwn(meetingKinds, kind)) throw new NotFound('会议种类', kind);
  return kind as MeetingKind;
}
