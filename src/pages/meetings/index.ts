import { ArrangePage } from './arrange-page.js';
import { ClauseChoices } from './clause-choices.js';
import { InviteesPagesController } from './invitees.controller.js';
import { IssuesPage } from './issues-page.js';
import { IssueForms, IssuesPagesController } from './issues.controller.js';
import { MeetingCorrectionsController } from './meeting-corrections.controller.js';
import { MeetingPage } from './meeting-page.js';
import { MeetingsPagesController } from './meetings.controller.js';
import { MinutesPagesController } from './minutes.controller.js';
import { MunicipalPage } from './municipal-page.js';
import { PointsPagesController } from './points.controller.js';

export const meetings = {
  controllers: [
    MeetingsPagesController,
    MeetingCorrectionsController,
    InviteesPagesController,
    PointsPagesController,
    MinutesPagesController,
    IssueForms,
    IssuesPagesController,
  ],
  providers: [ArrangePage, ClauseChoices, IssuesPage, MeetingPage, MunicipalPage],
};
