import { Module } from '@nestjs/common';
import { CalendarShelf } from '../calendar/index.js';
import { CompilationModule, DeadlineFollowers } from '../compilation/index.js';
import { DirectoryModule } from '../directory/index.js';
import { Ports } from '../engine/index.js';
import { obligationTables } from './audited-tables.js';
import { AcceptObligationsUseCase } from './accept-obligations.use-case.js';
import { AcknowledgeObligationUseCase } from './acknowledge-obligation.use-case.js';
import { BeginObligationUseCase } from './begin-obligation.use-case.js';
import { ExtendObligationUseCase } from './extend-obligation.use-case.js';
import { ExtensionRequestsUseCase } from './extension-requests.use-case.js';
import { Extensions } from './extensions.js';
import { ObligationCheck } from './obligation-check.js';
import { obligationFollower } from './follow-timeline.js';
import { IssueObligationUseCase } from './issue-obligation.use-case.js';
import { ObligationMails } from './obligation-mails.js';
import { courseReactions } from './announce-course.js';
import { obligationReactions } from './obligation-reactions.js';
import { ObligationDeadlinesController } from './obligation-deadlines.controller.js';
import { ObligationRegisterQuery } from './obligation-register.query.js';
import { ObligationStoryQuery } from './obligation-story.query.js';
import { ObligationsController } from './obligations.controller.js';
import { RevocationsController } from './revocations.controller.js';
import { obligationFacts } from './obligations.facts.js';
import { ObligationsQuery } from './obligations.query.js';
import { ReceiptQuery } from './receipt.query.js';
import { ReturnObligationUseCase } from './return-obligation.use-case.js';
import { RevokeSettlementUseCase } from './revoke-settlement.use-case.js';
import { SubmissionKinds } from './submission-kinds.js';
import { TimeToWork } from './time-to-work.js';
import { WaiveObligationsUseCase } from './waive-obligations.use-case.js';
import { WithdrawObligationUseCase } from './withdraw-obligation.use-case.js';

const services = [
  AcceptObligationsUseCase,
  AcknowledgeObligationUseCase,
  BeginObligationUseCase,
  ExtendObligationUseCase,
  ExtensionRequestsUseCase,
  IssueObligationUseCase,
  ObligationRegisterQuery,
  ObligationsQuery,
  ObligationStoryQuery,
  ReceiptQuery,
  ReturnObligationUseCase,
  RevokeSettlementUseCase,
  WaiveObligationsUseCase,
  WithdrawObligationUseCase,
];

@Module({
  imports: [CompilationModule, DirectoryModule],
  controllers: [ObligationsController, ObligationDeadlinesController, RevocationsController],
  providers: [...services, Extensions, ObligationCheck, ObligationMails, SubmissionKinds, TimeToWork],
  exports: [...services, ObligationMails, SubmissionKinds],
})
export class ObligationsModule {
  constructor(
    ports: Ports,
    shelf: CalendarShelf,
    followers: DeadlineFollowers,
    kinds: SubmissionKinds,
    mails: ObligationMails,
  ) {
    ports.addAuditedTables(...obligationTables);
    ports.addFactSources(...obligationFacts(kinds));
    ports.addReactions(...obligationReactions(kinds, mails, shelf), ...courseReactions(mails));
    followers.add(obligationFollower(mails, shelf));
  }
}
