import { Module } from '@nestjs/common';
import { CalendarShelf } from '../calendar/index.js';
import { CompilationModule, DeadlineFollowers } from '../compilation/index.js';
import { Ports } from '../engine/index.js';
import { ObligationsModule, SubmissionKinds } from '../obligations/index.js';
import { MailChecks } from '../outbox/index.js';
import { TemplateSet } from '../render/index.js';
import { actRoutes } from '../web/index.js';
import { AdoptionsController } from './adoption/adoptions.controller.js';
import { confirmUnchanged } from './adoption/confirm-unchanged.use-case.js';
import { assignOpinions } from './dispositions/assign-opinions.use-case.js';
import { disposeOpinion, disposeOpinions } from './dispositions/dispose-opinions.use-case.js';
import {
  approveDispositions,
  reopenOpinion,
  returnDisposition,
} from './dispositions/review-dispositions.use-case.js';
import { groupLikeOpinions, regroupOpinions } from './grouping/group-opinions.use-case.js';
import { prepareNotice } from './notice/prepare-notice.use-case.js';
import { correctOpinion } from './opinions/correct-opinion.use-case.js';
import { eraseProposer } from './opinions/erase-proposer.use-case.js';
import { receiveOpinion } from './opinions/receive-opinion.use-case.js';
import { recordLetter } from './opinions/record-letter.use-case.js';
import { splitOpinion } from './opinions/split-opinion.use-case.js';
import { submitReply } from './replies/submit-reply.use-case.js';
import { consultationTables } from './audited-tables.js';
import { adoptionFacts } from './adoption/adoption.facts.js';
import { AdoptionsQuery } from './adoption/adoptions.query.js';
import { opinionFacts } from './dispositions/opinion.facts.js';
import { FeedbackQuery } from './feedback/feedback.query.js';
import { feedbackCheck, feedbackFacts, feedbackReaction } from './feedback/publish-feedback.js';
import { ExtensionCheck } from './notice/extended-mails.js';
import { ExtendConsultationUseCase } from './notice/extend-consultation.use-case.js';
import { NoticeController } from './notice/notice.controller.js';
import { OpinionImportController } from './import/opinion-import.controller.js';
import { importOpinions } from './import/import-opinions.use-case.js';
import { TryOpinionsQuery } from './import/try-opinions.query.js';
import { noticeFacts } from './notice/notice.facts.js';
import { NoticeQuery } from './notice/notice.query.js';
import { noticeFollower, noticeReactions } from './notice/notice.reactions.js';
import { OpinionsController } from './opinions/opinions.controller.js';
import { opinionsSettledFacts } from './opinions/opinions-settled.facts.js';
import { opinionAudit } from './opinions/opinion-audit.js';
import { OpinionsQuery } from './opinions/opinions.query.js';
import { OpinionTalliesQuery } from './opinions/opinion-tallies.query.js';
import { replyKind } from './replies/reply-kind.js';
import { ReturnTableController } from './returned/return-table.controller.js';
import { returnTable, TryReturnQuery } from './returned/return-table.use-case.js';
import { ConsultationTablesController } from './tables/consultation-tables.controller.js';
import { DispositionTableQuery } from './tables/disposition-table.query.js';
import { UnitSummaryQuery } from './tables/unit-summary.query.js';

const noticeActs = [prepareNotice, submitReply];

const opinionActs = [
  receiveOpinion,
  importOpinions,
  recordLetter,
  correctOpinion,
  splitOpinion,
  eraseProposer,
  groupLikeOpinions,
  regroupOpinions,
  assignOpinions,
  disposeOpinion,
  disposeOpinions,
  approveDispositions,
  returnDisposition,
  reopenOpinion,
  confirmUnchanged,
  returnTable,
];

const services = [
  AdoptionsQuery,
  DispositionTableQuery,
  ExtendConsultationUseCase,
  ExtensionCheck,
  FeedbackQuery,
  TryOpinionsQuery,
  NoticeQuery,
  OpinionsQuery,
  OpinionTalliesQuery,
  TryReturnQuery,
  UnitSummaryQuery,
];

const controllers = [
  actRoutes('征求意见', noticeActs),
  actRoutes('意见', opinionActs),
  AdoptionsController,
  ConsultationTablesController,
  NoticeController,
  OpinionImportController,
  OpinionsController,
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
