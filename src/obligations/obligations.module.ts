import { Module } from '@nestjs/common';
import { CalendarShelf } from '../calendar/index.js';
import { CompilationModule, DeadlineFollowers } from '../compilation/index.js';
import { DirectoryModule } from '../directory/index.js';
import { Ports } from '../engine/index.js';
import { actRoutes } from '../web/index.js';
import { obligationTables } from './audited-tables.js';
import { acceptObligations } from './accept-obligations.use-case.js';
import { acknowledgeObligation } from './acknowledge-obligation.use-case.js';
import { beginObligation } from './begin-obligation.use-case.js';
import { extendObligation, extendObligations } from './extend-obligation.use-case.js';
import { declineExtension, grantExtension, requestExtension } from './extension-requests.use-case.js';
import { Extensions } from './extensions.js';
import { ObligationCheck } from './obligation-check.js';
import { obligationFollower } from './follow-timeline.js';
import { issueObligation } from './issue-obligation.use-case.js';
import { ObligationMails } from './obligation-mails.js';
import { courseReactions } from './announce-course.js';
import { obligationReactions } from './obligation-reactions.js';
import { ObligationRegisterQuery } from './obligation-register.query.js';
import { ObligationStoryQuery } from './obligation-story.query.js';
import { ObligationsController } from './obligations.controller.js';
import { obligationFacts } from './obligations.facts.js';
import { ObligationsQuery } from './obligations.query.js';
import { ReceiptQuery } from './receipt.query.js';
import { returnObligation } from './return-obligation.use-case.js';
import { revokeAcceptance, revokeWaiver } from './revoke-settlement.use-case.js';
import { SubmissionKinds } from './submission-kinds.js';
import { TimeToWork } from './time-to-work.js';
import { waiveObligations } from './waive-obligations.use-case.js';
import { withdrawObligation } from './withdraw-obligation.use-case.js';

const services = [ObligationRegisterQuery, ObligationsQuery, ObligationStoryQuery, ReceiptQuery];

const acts = [
  acknowledgeObligation,
  beginObligation,
  withdrawObligation,
  returnObligation,
  acceptObligations,
  revokeAcceptance,
  waiveObligations,
  revokeWaiver,
  extendObligation,
  extendObligations,
  requestExtension,
  grantExtension,
  declineExtension,
  issueObligation,
];

@Module({
  imports: [CompilationModule, DirectoryModule],
  controllers: [ObligationsController, actRoutes('报送任务', acts)],
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
