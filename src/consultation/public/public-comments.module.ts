import { Module } from '@nestjs/common';
import { actRoutes } from '../../web/index.js';
import { Worker } from '../../worker/index.js';
import { ConsultationModule } from '../consultation.module.js';
import { CommentTickets } from './comment-ticket.js';
import { HeldCommentRelease } from './held-comment.job.js';
import { HeldCommentsController } from './held-comments.controller.js';
import { HeldCommentsQuery } from './held-comments.query.js';
import { HeldQueue } from './held-queue.js';
import { PublicDraftQuery } from './public-draft.query.js';
import { PublicNoticesQuery } from './public-notices.query.js';
import { PublishedOpinionsQuery } from './published-opinions.query.js';
import { ReceiptQuery } from './receipt.query.js';
import { Receipts } from './receipts.js';
import { admitHeld, rejectHeld } from './settle-held.use-case.js';
import { SubmitCommentUseCase } from './submit-comment.use-case.js';

const services = [
  CommentTickets,
  HeldCommentRelease,
  HeldCommentsQuery,
  HeldQueue,
  PublicDraftQuery,
  PublicNoticesQuery,
  PublishedOpinionsQuery,
  ReceiptQuery,
  Receipts,
  SubmitCommentUseCase,
];

/** What the public reads and sends. */
@Module({
  imports: [ConsultationModule],
  controllers: [HeldCommentsController, actRoutes('意见', [admitHeld, rejectHeld])],
  providers: services,
  exports: services,
})
export class PublicCommentsModule {
  constructor(worker: Worker, release: HeldCommentRelease) {
    worker.addHandlers(release);
  }
}
