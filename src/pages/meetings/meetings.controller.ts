import { z } from 'zod';
import { beganInput, named, NotFound, secretariat, staff } from '../../platform/index.js';
import {
  arrangeMeeting,
  type MeetingKind,
  meetingKinds,
  recordAttendance,
  recordConclusion,
  rescheduleMeeting,
} from '../../review/index.js';
import {
  actForm,
  actFormOf,
  formsOf,
  OnPage,
  page,
  PageController,
  type PageInput,
  seeOther,
  show,
} from '../../web/index.js';
import { mayAct } from '../frame/may-act.js';
import { ArrangePage } from './arrange-page.js';
import { linesOf, several } from './form-fields.js';
import { MeetingPage } from './meeting-page.js';
import { meetingPath } from './meeting-words.js';

const meetings = '/c/:compilationId/meetings' as const;
const one = `${meetings}/:meetingId` as const;
const arrange = `${meetings}/arrange/:kind` as const;

const routes = {
  list: page(meetings, { by: staff }),
  arrange: page(arrange, { by: secretariat }),
  one: page(one, { by: staff }),
};

const { conclusion, discussion, headStatement, differenceReason, reason } = recordConclusion.input.shape;

export const MeetingForms = formsOf({
  keep: actFormOf(arrangeMeeting, arrange, {
    fields: arrangeMeeting.input
      .omit({ kind: true })
      .extend({ agenda: named('议程', z.string().default('')), partyIds: several }),
    read: ({ agenda, ...order }, { kind }) => ({ ...order, kind: kindOf(kind), agenda: linesOf(agenda) }),
    then: ({ params, body, result: { id, warnings } }) =>
      seeOther(
        meetingPath(params.compilationId, id),
        `会议已安排，邀请${body.partyIds.length}名；召集后才寄发邀请。${warnings.join('')}`,
      ),
  }),
  reschedule: actForm(rescheduleMeeting, `${one}/reschedule`, {
    then: ({ params, result: { warnings } }) =>
      seeOther(
        meetingPath(params.compilationId, params.meetingId),
        `会议已改期，通知即将寄发，日历条目随之更新。${warnings.join('')}`,
      ),
  }),
  attendance: actFormOf(recordAttendance, `${one}/attendance`, {
    fields: z.object({ present: several, reason, began: beganInput }),
    read: ({ present, ...order }, { meetingId }) => ({ ...order, meetingId, presentInviteeIds: present }),
    then: ({ params, result: { present, absent } }) =>
      seeOther(
        meetingPath(params.compilationId, params.meetingId),
        `已登记到会${present}名，未到会${absent}名。`,
      ),
  }),
  conclude: actFormOf(recordConclusion, `${one}/conclusion`, {
    fields: z.object({
      ...{ conclusion, discussion, headStatement, differenceReason, reason },
      holder: several,
      view: several,
      began: beganInput,
    }),
    read: ({ holder, view, ...record }, { meetingId }) => ({
      ...record,
      meetingId,
      dissentingViews: holder
        .map((name, index) => ({ holder: name, view: view[index] ?? '' }))
        .filter((row) => row.holder.trim() !== '' || row.view.trim() !== ''),
    }),
    then: ({ params, input }) =>
      seeOther(
        meetingPath(params.compilationId, params.meetingId),
        `已登记结论“${input.conclusion}”，可以下载会议纪要。`,
      ),
  }),
});

/** 会议: expert meeting and plenary from the invitation to the conclusion. */
@PageController()
export class MeetingsPagesController {
  constructor(
    private readonly pages: MeetingPage,
    private readonly arranging: ArrangePage,
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
}

function kindOf(kind: string): MeetingKind {
  if (!Object.hasOwn(meetingKinds, kind)) throw new NotFound('会议种类', kind);
  return kind as MeetingKind;
}
