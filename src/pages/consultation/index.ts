import { ConsultationPages, GroupingForms } from './consultation.controller.js';
import { InboxController, InboxForms } from './inbox.controller.js';
import { InboxPage } from './inbox-page.js';
import { LandingAside } from './landing-aside.js';
import { LandingPage } from './landing-page.js';
import { LetterPages } from './letter.controller.js';
import { NoticeForms, NoticePages } from './notice.controller.js';
import { OpinionActsController, OpinionForms } from './opinion-acts.controller.js';
import { OpinionClause } from './opinion-clause.js';
import { OpinionForm } from './opinion-form.js';
import { OpinionHandlingController, UnchangedForms } from './opinion-handling.controller.js';
import { OpinionImportPages } from './opinion-import.controller.js';
import { TableReturnPages } from './table-return.controller.js';
import { RegisterNames } from './register-names.js';
import { WorkbenchController } from './workbench.controller.js';
import { WorkbenchPage } from './workbench-page.js';

export const consultation = {
  controllers: [
    ConsultationPages,
    GroupingForms,
    InboxController,
    InboxForms,
    LetterPages,
    NoticeForms,
    NoticePages,
    OpinionActsController,
    OpinionForms,
    UnchangedForms,
    OpinionHandlingController,
    OpinionImportPages,
    TableReturnPages,
    WorkbenchController,
  ],
  providers: [InboxPage, LandingAside, LandingPage, OpinionClause, OpinionForm, RegisterNames, WorkbenchPage],
};
