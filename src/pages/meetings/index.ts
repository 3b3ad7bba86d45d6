import { ArrangePage } from './arrange-page.js';
import { ClauseChoices } from './clause-choices.js';
import { InviteeForms, InviteesPagesController } from './invitees.controller.js';
import { IssuesPage } from './issues-page.js';
import { IssueForms, IssuesPagesController } from './issues.controller.js';
import { MeetingCorrectionForms } from './meeting-corrections.controller.js';
import { MeetingPage } from './meeting-page.js';
import { MeetingForms, MeetingsPagesController } from './meetings.controller.js';
import { MinutesPagesController } from './minutes.controller.js';
import { MunicipalPage } from './municipal-page.js';
import { PointForms, PointsPagesController } from './points.controller.js';

export const meetings = {
  controllers: [
    MeetingsPagesController,
    MeetingForms,
    MeetingCorrectionForms,
    InviteesPagesController,
    InviteeForms,
    PointsPagesController,
    PointForms,
    MinutesPagesController,
    IssueForms,
    IssuesPagesController,
  ],
  providers: [ArrangePage, ClauseChoices, IssuesPage, MeetingPage, MunicipalPage],
};
