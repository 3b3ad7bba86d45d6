import { Module } from '@nestjs/common';
import { CalendarShelf } from '../calendar/index.js';
import { CompilationModule } from '../compilation/index.js';
import { Ports } from '../engine/index.js';
import { MailModule, resendMails } from '../effects/index.js';
import { ObligationsModule } from '../obligations/index.js';
import { MailChecks } from '../outbox/index.js';
import { Worker } from '../worker/index.js';
import { DigestCheck } from './digest-check.js';
import { DigestQuery } from './digest.query.js';
import { actRoutes } from '../web/index.js';
import { editLadder } from './edit-ladder.use-case.js';
import { LatestRemindersQuery } from './latest-reminders.query.js';
import { LadderQuery } from './ladder.query.js';
import { MailsController } from './mails.controller.js';
import { PostDigestUseCase } from './post-digest.use-case.js';
import { PreviewRemindersQuery } from './preview-reminders.query.js';
import { RegisterQuery } from './register.query.js';
import { ReminderCheck } from './reminder-check.js';
import { remindNow, RemindPreviewQuery } from './remind-now.use-case.js';
import { reminderReactions, ReminderRound } from './reminder-jobs.js';
import { RemindersController } from './reminders.controller.js';
import { SweepRemindersUseCase } from './sweep-reminders.use-case.js';
import { TurnPoster } from './turn-poster.js';

const services = [
  LadderQuery,
  LatestRemindersQuery,
  PostDigestUseCase,
  PreviewRemindersQuery,
  RegisterQuery,
  RemindPreviewQuery,
  SweepRemindersUseCase,
];

@Module({
  imports: [CompilationModule, MailModule, ObligationsModule],
  controllers: [
    MailsController,
    RemindersController,
    actRoutes('提醒', [editLadder, remindNow]),
    actRoutes('邮件', [resendMails]),
  ],
  providers: [...services, DigestCheck, DigestQuery, ReminderCheck, ReminderRound, TurnPoster],
  exports: services,
})
export class RemindersModule {
  constructor(
    ports: Ports,
    shelf: CalendarShelf,
    checks: MailChecks,
    check: ReminderCheck,
    worker: Worker,
    round: ReminderRound,
  ) {
    ports.addReactions(...reminderReactions(shelf));
    checks.add(check);
    worker.addHandlers(round);
  }
}
