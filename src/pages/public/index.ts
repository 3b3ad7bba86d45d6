import { CommentController } from './comment.controller.js';
import { CommentGate } from './comment-gate.js';
import { CommentPage } from './comment-page.js';
import { FeedbackController } from './feedback.controller.js';
import { FeedbackPage } from './feedback-page.js';
import { HeldController, HeldForms } from './held.controller.js';
import { NoticesController } from './notices.controller.js';
import { NoticesPage } from './notices-page.js';
import { ReceiptsController } from './receipts.controller.js';

export const publicArea = {
  controllers: [
    CommentController,
    FeedbackController,
    HeldController,
    HeldForms,
    NoticesController,
    ReceiptsController,
  ],
  providers: [CommentGate, CommentPage, FeedbackPage, NoticesPage],
};
