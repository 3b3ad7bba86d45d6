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
import { AmendInvitationsUseCase } from './amend-invitations.use-case.js';
import { AmendPointUseCase } from './amend-point.use-case.js';
import { AnswerPointUseCase } from './answer-point.use-case.js';
import { ArrangeMeetingUseCase } from './arrange-meeting.use-case.js';
import { callOffMeetings } from './call-off-meetings.js';
import { DeclareConflictUseCase } from './declare-conflict.use-case.js';
import { expertReviewFacts } from './expert-review.facts.js';
import { FilePointUseCase } from './file-point.use-case.js';
import { invitationCheck, inviteMeeting } from './invite-meeting.js';
import { InvitationsController } from './invitations.controller.js';
import { InviteesController } from './invitees.controller.js';
import { MeetingActsQuery } from './meeting-acts.query.js';
import { MeetingsController } from './meetings.controller.js';
import { MinutesQuery } from './minutes.query.js';
import { plenaryFacts } from './plenary.facts.js';
import { PointsController } from './points.controller.js';
import { RecordAttendanceUseCase } from './record-attendance.use-case.js';
import { RecordConclusionUseCase } from './record-conclusion.use-case.js';
import { RequestSigningCodeUseCase } from './request-signing-code.use-case.js';
import { RescheduleMeetingUseCase } from './reschedule-meeting.use-case.js';
import { RespondInvitationUseCase } from './respond-invitation.use-case.js';
import { ReviewCorrectionsController } from './review-corrections.controller.js';
import { ReviewQuery } from './review.query.js';
import { SetMeetingRuleUseCase } from './set-meeting-rule.use-case.js';
import { SignOpinionUseCase } from './sign-opinion.use-case.js';
import { ForgetCodeHandler, SigningCodeCheck } from './signing-code-mail.js';
import { WithdrawMeetingRecordUseCase } from './withdraw-meeting-record.use-case.js';
import { WithdrawPointUseCase } from './withdraw-point.use-case.js';
import { WriteOpinionUseCase } from './write-opinion.use-case.js';

const services = [
  AmendInvitationsUseCase,
  AmendPointUseCase,
  AnswerPointUseCase,
  ArrangeMeetingUseCase,
  DeclareConflictUseCase,
  FilePointUseCase,
  MeetingActsQuery,
  MinutesQuery,
  RecordAttendanceUseCase,
  RecordConclusionUseCase,
  RequestSigningCodeUseCase,
  RescheduleMeetingUseCase,
  RespondInvitationUseCase,
  ReviewQuery,
  SetMeetingRuleUseCase,
  SignOpinionUseCase,
  WithdrawMeetingRecordUseCase,
  WithdrawPointUseCase,
  WriteOpinionUseCase,
];

@Module({
  imports: [CompilationModule, DirectoryModule, DraftsModule],
  controllers: [
    InvitationsController,
    InviteesController,
    MeetingsController,
    PointsController,
    ReviewCorrectionsController,
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
