import { Invitee } from './invitee.entity.js';
import { Meeting } from './meeting.entity.js';
import { MeetingRule } from './meeting-rule.entity.js';
import { ReviewPoint } from './review-point.entity.js';
import { Signature, SigningCode } from './signature.entity.js';

/** The review room: expert meeting and plenary, points with their answers, signed opinions, conclusions. */
export { reviewTables } from './audited-tables.js';
export {
  arrangementContent,
  attendanceContent,
  conclusionContent,
  ruleContent,
  timesContent,
} from './edited-content.js';
export { inviteMore, withdrawInvitation } from './amend-invitations.use-case.js';
export { amendPoint } from './amend-point.use-case.js';
export { answerPoint } from './answer-point.use-case.js';
export { arrangeMeeting } from './arrange-meeting.use-case.js';
export { declareConflict } from './declare-conflict.use-case.js';
export { filePoint } from './file-point.use-case.js';
export { Invitee } from './invitee.entity.js';
export { type MeetingActs, MeetingActsQuery } from './meeting-acts.query.js';
export {
  type Conclusion,
  type MeetingKind,
  meetingKindNames,
  meetingKinds,
  type MeetingTerms,
} from './meeting-kinds.js';
export { type DissentingView, Meeting, type MinutesContent } from './meeting.entity.js';
export { type InviteeView, type MeetingView, type PointView, type SignatureState } from './meeting-view.js';
export { MeetingRule } from './meeting-rule.entity.js';
export { plenaryRule, type PlenaryRule } from './meeting-rules.js';
export { MinutesQuery } from './minutes.query.js';
export { answerContent, pointContent } from './points.dto.js';
export { recordAttendance } from './record-attendance.use-case.js';
export { recordConclusion } from './record-conclusion.use-case.js';
export { requestSigningCode } from './request-signing-code.use-case.js';
export { rescheduleMeeting } from './reschedule-meeting.use-case.js';
export { respondInvitation } from './respond-invitation.use-case.js';
export { ReviewModule } from './review.module.js';
export { ReviewQuery } from './review.query.js';
export { findInvitees, findMeetings, findPoints } from './review.repository.js';
export { type AnswerKind, type PointKind, pointKinds, ReviewPoint } from './review-point.entity.js';
export { Signature } from './signature.entity.js';
export { setMeetingRule } from './set-meeting-rule.use-case.js';
export { signOnPaper, SignWithCodeUseCase, signWithCodeSchema } from './sign-opinion.use-case.js';
export { withdrawAttendance, withdrawConclusion } from './withdraw-meeting-record.use-case.js';
export { withdrawAnswer, withdrawPoint } from './withdraw-point.use-case.js';
export { opinionContent, writeOpinion } from './write-opinion.use-case.js';

export const reviewEntities = [Invitee, Meeting, MeetingRule, ReviewPoint, Signature, SigningCode];
