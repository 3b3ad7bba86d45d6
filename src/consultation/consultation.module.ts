import { Module } from '@nestjs/common';
import { CalendarShelf } from '../calendar/index.js';
import { CompilationModule, DeadlineFollowers } from '../compilation/index.js';
import { Ports } from '../engine/index.js';
import { ObligationsModule, SubmissionKinds } from '../obligations/index.js';
import { MailChecks } from '../outbox/index.js';
import { TemplateSet } from '../render/index.js';
import { consultationTables } from './audited-tables.js';
import { adoptionFacts } from './adoption/adoption.facts.js';
import { AdoptionsQuery } from './adoption/adoptions.query.js';
import { ConfirmUnchangedUseCase } from './adoption/confirm-unchanged.use-case.js';
import { AssignOpinionsUseCase } from './dispositions/assign-opinions.use-case.js';
import { DisposeOpinionsUseCase } from './dispositions/dispose-opinions.use-case.js';
import { DispositionsController } from './dispositions/dispositions.controller.js';
import { opinionFacts } from './dispositions/opinion.facts.js';
import { ReviewDispositionsUseCase } from './dispositions/review-dispositions.use-case.js';
import { FeedbackQuery } from './feedback/feedback.query.js';
import { feedbackCheck, feedbackFacts, feedbackReaction } from './feedback/publish-feedback.js';
import { ExtensionCheck } from './notice/extended-mails.js';
import { ExtendConsultationUseCase } from './notice/extend-consultation.use-case.js';
import { NoticeController } from './notice/notice.controller.js';
import { GroupingController } from './grouping/grouping.controller.js';
import { GroupOpinionsUseCase } from './grouping/group-opinions.use-case.js';
import { OpinionImportController } from './import/opinion-import.controller.js';
import { ImportOpinionsUseCase } from './import/import-opinions.use-case.js';
import { noticeFacts } from './notice/notice.facts.js';
import { NoticeQuery } from './notice/notice.query.js';
import { noticeFollower, noticeReactions } from './notice/notice.reactions.js';
import { PrepareNoticeUseCase } from './notice/prepare-notice.use-case.js';
import { LettersController } from './opinions/letters.controller.js';
import { OpinionsController } from './opinions/opinions.controller.js';
import { EraseProposerUseCase } from './opinions/erase-proposer.use-case.js';
import { opinionsSettledFacts } from './opinions/opinions-settled.facts.js';
import { opinionAudit } from './opinions/opinion-audit.js';
import { OpinionsQuery } from './opinions/opinions.query.js';
import { OpinionTalliesQuery } from './opinions/opinion-tallies.query.js';
import { ReceiveOpinionUseCase } from './opinions/receive-opinion.use-case.js';
import { RecordLetterUseCase } from './opinions/record-letter.use-case.js';
import { CorrectOpinionUseCase } from './opinions/correct-opinion.use-case.js';
import { SplitOpinionUseCase } from './opinions/split-opinion.use-case.js';
import { RepliesController } from './replies/replies.controller.js';
import { replyKind } from './replies/reply-kind.js';
import { SubmitReplyUseCase } from './replies/submit-reply.use-case.js';
import { ReturnTableController } from './returned/return-table.controller.js';
import { ReturnTableUseCase } from './returned/return-table.use-case.js';
import { ConsultationTablesController } from './tables/consultation-tables.controller.js';
import { DispositionTableQuery } from './tables/disposition-table.query.js';
import { UnitSummaryQuery } from './tables/unit-summary.query.js';

const services = [
  AdoptionsQuery,
  AssignOpinionsUseCase,
  ConfirmUnchangedUseCase,
  DisposeOpinionsUseCase,
  DispositionTableQuery,
  EraseProposerUseCase,
  ExtendConsultationUseCase,
  ExtensionCheck,
  FeedbackQuery,
  GroupOpinionsUseCase,
  ImportOpinionsUseCase,
  NoticeQuery,
  OpinionsQuery,
  OpinionTalliesQuery,
  PrepareNoticeUseCase,
  ReceiveOpinionUseCase,
  RecordLetterUseCase,
  ReturnTableUseCase,
  ReviewDispositionsUseCase,
  CorrectOpinionUseCase,
  SplitOpinionUseCase,
  SubmitReplyUseCase,
  UnitSummaryQuery,
];

const controllers = [
  ConsultationTablesController,
  DispositionsController,
  GroupingController,
  LettersController,
  NoticeController,
  OpinionImportController,
  OpinionsController,
  RepliesController,
  ReturnTableController,
];

@Module({
  imports: [CompilationModule, ObligationsModule],
  controllers,
  providers: services,
  exports: services,
})
export class ConsultationModule {
  constructor(
    ports: Ports,
    shelf: CalendarShelf,
    followers: DeadlineFollowers,
    kinds: SubmissionKinds,
    templates: TemplateSet,
    checks: MailChecks,
  ) {
    ports.addAuditedTables(...consultationTables);
    ports.addRowAudits(opinionAudit);
    ports.addFactSources(
      ...noticeFacts(shelf),
      ...opinionsSettledFacts,
      ...opinionFacts,
      ...feedbackFacts,
      adoptionFacts,
    );
    ports.addReactions(...noticeReactions(shelf), feedbackReaction(templates));
    followers.add(noticeFollower);
    kinds.add(replyKind);
    checks.add(feedbackCheck);
  }
}
