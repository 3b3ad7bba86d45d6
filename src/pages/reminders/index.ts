import { CalendarController } from './calendar.controller.js';
import { CalendarPage } from './calendar-page.js';
import { LadderController } from './ladder.controller.js';
import { LadderPage } from './ladder-page.js';
import { MailsController } from './mails.controller.js';
import { MailsPage } from './mails-page.js';

export const reminders = {
  controllers: [CalendarController, LadderController, MailsController],
  providers: [CalendarPage, LadderPage, MailsPage],
};
