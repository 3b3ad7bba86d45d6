import { Confirmation } from './confirmation.js';
import { HandInController } from './hand-in.controller.js';
import { MaterialController, TopicChoiceForms } from './material.controller.js';
import { MaterialFilesController } from './material-files.controller.js';
import { MaterialPage } from './material-page.js';
import { ReceiptPage } from './receipt-page.js';
import { ReplyController } from './reply.controller.js';
import { ReplyPage } from './reply-page.js';
import { UnitController } from './unit.controller.js';
import { UnitHeads } from './unit-head.js';

export const unit = {
  controllers: [
    UnitController,
    MaterialController,
    TopicChoiceForms,
    MaterialFilesController,
    HandInController,
    ReplyController,
  ],
  providers: [Confirmation, MaterialPage, ReceiptPage, ReplyPage, UnitHeads],
};
