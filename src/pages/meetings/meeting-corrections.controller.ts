import { z } from 'zod';
import { beganInput, secretariat } from '../../platform/index.js';
import {
  AmendInvitationsUseCase,
  SetMeetingRuleUseCase,
  WithdrawMeetingRecordUseCase,
} from '../../review/index.js';
import { form, OnPage, PageController, type PageInput, seeOther } from '../../web/index.js';
import { several } from './form-fields.js';
import { meetingPath, meetingsPath } from './meeting-words.js';

const one = '/c/:compilationId/meetings/:meetingId';
const reason = z.object({ reason: z.string().default('') });
const routes = {
  withdrawAttendance: form(`${one}/attendance/withdraw`, { by: secretariat, body: reason }),
  withdrawConclusion: form(`${one}/conclusion/withdraw`, { by: secretariat, body: reason }),
  invite: form(`${one}/invitees`, { by: secretariat, body: z.object({ partyIds: several }) }),
  withdrawInvitation: form(`${one}/invitees/:inviteeId/withdraw`, { by: secretariat, body: reason }),
  rule: form('/c/:compilationId/meetings/rules', {
    by: secretariat,
    body: z.object({
      attendance: z.string().default(''),
      basis: z.string().default(''),
      began: beganInput,
    }),
  }),
};

/** Who is invited changes, what was recorded of a meeting is taken back; the leading group's rule of attendance is recorded. */
@PageController()
export class MeetingCorrectionsController {
  constructor(
    private readonly withdraw: WithdrawMeetingRecordUseCase,
    private readonly invitations: AmendInvitationsUseCase,
    private readonly setRule: SetMeetingRuleUseCase,
  ) {}

  @OnPage(routes.withdrawAttendance)
  async withdrawAttendance({ params, actor, body }: PageInput<typeof routes.withdrawAttendance>) {
    const { compilationId, meetingId } = params;
    await this.withdraw.attendance(compilationId, actor, meetingId, body);
    return seeOther(meetingPath(compilationId, meetingId), '到会登记已撤销，会议可以改期再开。');
  }

  @OnPage(routes.withdrawConclusion)
  async withdrawConclusion({ params, actor, body }: PageInput<typeof routes.withdrawConclusion>) {
    const { compilationId, meetingId } = params;
    await this.withdraw.conclusion(compilationId, actor, meetingId, body);
    return seeOther(meetingPath(compilationId, meetingId), '会议结论已撤销，事由记入台账。');
  }

  @OnPage(routes.invite)
  async invite({ params, actor, body }: PageInput<typeof routes.invite>) {
    const { compilationId, meetingId } = params;
    const { invited, mailed } = await this.invitations.add(compilationId, actor, meetingId, body);
    const notice = mailed === 0 ? `已登记${invited}名，会议已开始，不寄发邀请。` : `已增加邀请${invited}名。`;
    return seeOther(meetingPath(compilationId, meetingId), notice);
  }

  @OnPage(routes.withdrawInvitation)
  async withdrawInvitation({ params, actor, body }: PageInput<typeof routes.withdrawInvitation>) {
    const { compilationId, meetingId, inviteeId } = params;
    await this.invitations.withdraw(compilationId, actor, inviteeId, body);
    return seeOther(meetingPath(compilationId, meetingId), '邀请已撤回，事由记入台账。');
  }

  @OnPage(routes.rule)
  async rule({ params, actor, body }: PageInput<typeof routes.rule>) {
    await this.setRule.execute(params.compilationId, actor, body);
    return seeOther(meetingsPath(params.compilationId), '已登记全体会议的到会规定。');
  }
}
