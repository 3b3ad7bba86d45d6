import { Module } from '@nestjs/common';
import { CalendarShelf } from '../calendar/index.js';
import { CompilationModule, DeadlineFollowers } from '../compilation/index.js';
import { Ports } from '../engine/index.js';
import { ObligationsModule, SubmissionKinds } from '../obligations/index.js';
import { TemplateSet } from '../render/index.js';
import { AssignOpinionsUseCase } from './dispositions/assign-opinions.use-case.js';
import { DisposeOpinionsUseCase } from './dispositions/dispose-opinions.use-case.js';
import { opinionFacts } from './dispositions/opinion.facts.js';
import { ReviewDispositionsUseCase } from './dispositions/review-dispositions.use-case.js';
import { feedbackFacts, feedbackReaction } from './feedback/publish-feedback.js';
import { ExtendConsultationUseCase } from './notice/extend-consultation.use-case.js';
import { noticeFacts } from './notice/notice.facts.js';
import { noticeFollower, noticeReactions } from './notice/notice.reactions.js';
import { tellUnits } from './notice/opened-mails.js';
import { PrepareNoticeUseCase } from './notice/prepare-notice.use-case.js';
import { opinionsSettledFacts } from './opinions/opinions-settled.facts.js';
import { OpinionsQuery } from './opinions/opinions.query.js';
import { ReceiveOpinionUseCase } from './opinions/receive-opinion.use-case.js';
import { SplitOpinionUseCase } from './opinions/split-opinion.use-case.js';
import { replyKind } from './replies/reply-kind.js';
import { SubmitReplyUseCase } from './replies/submit-reply.use-case.js';

const services = [
  AssignOpinionsUseCase,
  DisposeOpinionsUseCase,
  ExtendConsultationUseCase,
  OpinionsQuery,
  PrepareNoticeUseCase,
  ReceiveOpinionUseCase,
  ReviewDispositionsUseCase,
  SplitOpinionUseCase,
  SubmitReplyUseCase,
];

@Module({ imports: [CompilationModule, ObligationsModule], providers: services, exports: services })
export class ConsultationModule {
  constructor(
    ports: Ports,
    shelf: CalendarShelf,
    followers: DeadlineFollowers,
    kinds: SubmissionKinds,
    templates: TemplateSet,
  ) {
    ports.addFactSources(...noticeFacts(shelf), ...opinionsSettledFacts, ...opinionFacts, ...feedbackFacts);
    ports.addReactions(...noticeReactions, tellUnits(shelf), feedbackReaction(templates));
    followers.add(noticeFollower);
    kinds.add(replyKind);
  }
}
