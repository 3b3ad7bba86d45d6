import { Module } from '@nestjs/common';
import { CalendarShelf } from '../calendar/index.js';
import { CompilationModule } from '../compilation/index.js';
import { DirectoryModule } from '../directory/index.js';
import { DraftsModule } from '../drafts/index.js';
import { Ports } from '../engine/index.js';
import { MailChecks } from '../outbox/index.js';
import { Worker } from '../worker/index.js';
import { reviewTables } from './audited-tables.js';
import { signatureFiles } from './stored-files.js';
import { actRoutes } from '../web/index.js';
import { inviteMore, withdrawInvitation } from './amend-invitations.use-case.js';
import { amendPoint } from './amend-point.use-case.js';
import { answerPoint } from './answer-point.use-case.js';
import { arrangeMeeting } from './arrange-meeting.use-case.js';
import { callOffMeetings } from './call-off-meetings.js';
import { declareConflict } from './declare-conflict.use-case.js';
import { expertReviewFacts } from './expert-review.facts.js';
import { filePoint } from './file-point.use-case.js';
import { invitationCheck, inviteMeeting } from './invite-meeting.js';
import { MeetingActsQuery } from './meeting-acts.query.js';
import { MeetingRulesController } from './meeting-rules.controller.js';
import { MeetingsController } from './meetings.controller.js';
import { MinutesQuery } from './minutes.query.js';
import { plenaryFacts } from './plenary.facts.js';
import { PointsController } from './points.controller.js';
import { recordAttendance } from './record-attendance.use-case.js';
import { recordConclusion } from './record-conclusion.use-case.js';
import { requestSigningCode } from './request-signing-code.use-case.js';
import { rescheduleMeeting } from './reschedule-meeting.use-case.js';
import { respondInvitation } from './respond-invitation.use-case.js';
import { ReviewQuery } from './review.query.js';
import { setMeetingRule } from './set-meeting-rule.use-case.js';
import { signOnPaper, SignWithCodeUseCase } from './sign-opinion.use-case.js';
import { ForgetCodeHandler, SigningCodeCheck } from './signing-code-mail.js';
import { SigningController } from './signing.controller.js';
import { withdrawAttendance, withdrawConclusion } from './withdraw-meeting-record.use-case.js';
import { withdrawAnswer, withdrawPoint } from './withdraw-point.use-case.js';
import { writeOpinion } from './write-opinion.use-case.js';

const services = [MeetingActsQuery, MinutesQuery, ReviewQuery, SignWithCodeUseCase];

const acts = [
  arrangeMeeting,
  rescheduleMeeting,
  inviteMore,
  withdrawInvitation,
  respondInvitation,
  recordAttendance,
  withdrawAttendance,
  recordConclusion,
  withdrawConclusion,
  setMeetingRule,
  declareConflict,
  writeOpinion,
  requestSigningCode,
  signOnPaper,
  filePoint,
  amendPoint,
  withdrawPoint,
  answerPoint,
  withdrawAnswer,
];

@Module({
  imports: [CompilationModule, DirectoryModule, DraftsModule],
  controllers: [
    MeetingRulesController,
    MeetingsController,
    PointsController,
    SigningController,
    actRoutes('会议', acts),
  ],
  providers: [...services, ForgetCodeHandler, SigningCodeCheck],
  exports: services,
})
export class ReviewModule {
  constructor(
    ports: Ports,
    worker: Worker,
    checks: MailChecks,
    shelf: CalendarShelf,
    forgetCode: ForgetCodeHandler,
    signingCodeCheck: SigningCodeCheck,
  ) {
    ports.addAuditedTables(...reviewTables);
    ports.addFileNamers(signatureFiles);
    ports.addFactSources(...expertReviewFacts, ...plenaryFacts(shelf));
    ports.addReactions(inviteMeeting, ...callOffMeetings);
    checks.add(invitationCheck, signingCodeCheck);
    worker.addHandlers(forgetCode);
  }
}
