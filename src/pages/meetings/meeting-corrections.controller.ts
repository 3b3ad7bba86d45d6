import {
  inviteMore,
  setMeetingRule,
  withdrawAttendance,
  withdrawConclusion,
  withdrawInvitation,
} from '../../review/index.js';
import { actForm, formsOf, seeOther } from '../../web/index.js';
import { meetingPath, meetingsPath } from './meeting-words.js';

const one = '/c/:compilationId/meetings/:meetingId' as const;

const told =
  (notice: string) =>
  ({ params }: { params: { compilationId: string; meetingId: string } }) =>
    seeOther(meetingPath(params.compilationId, params.meetingId), notice);

/** Who is invited changes, what was recorded of a meeting is taken back; the leading group's rule of attendance is recorded. */
export const MeetingCorrectionForms = formsOf({
  withdrawAttendance: actForm(withdrawAttendance, `${one}/attendance/withdraw`, {
    then: told('到会登记已撤销，会议可以改期再开。'),
  }),
  withdrawConclusion: actForm(withdrawConclusion, `${one}/conclusion/withdraw`, {
    then: told('会议结论已撤销，事由记入台账。'),
  }),
  invite: actForm(inviteMore, `${one}/invitees`, {
    then: ({ params, result: { invited, mailed } }) =>
      told(mailed === 0 ? `已登记${invited}名，会议已开始，不寄发邀请。` : `已增加邀请${invited}名。`)({
        params,
      }),
  }),
  withdrawInvitation: actForm(withdrawInvitation, `${one}/invitees/:inviteeId/withdraw`, {
    then: told('邀请已撤回，事由记入台账。'),
  }),
  rule: actForm(setMeetingRule, '/c/:compilationId/meetings/rules', {
    then: ({ params }) => seeOther(meetingsPath(params.compilationId), '已登记全体会议的到会规定。'),
  }),
});
