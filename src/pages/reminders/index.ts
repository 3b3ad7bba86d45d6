import { CalendarController } from './calendar.controller.js';
import { CalendarPage } from './calendar-page.js';
import { LadderController, LadderForms } from './ladder.controller.js';
import { LadderPage } from './ladder-page.js';
import { MailForms, MailsController } from './mails.controller.js';
import { MailsPage } from './mails-page.js';

export const reminders = {
  controllers: [CalendarController, LadderController, LadderForms, MailForms, MailsController],
  providers: [CalendarPage, LadderPage, MailsPage],
};
