import { Module, type OnApplicationShutdown } from '@nestjs/common';
import { type Config, configToken, Database } from '../../platform/index.js';
import { Worker } from '../../worker/index.js';
import { EmlTransport, mailFolder } from './eml-transport.js';
import { MailAddresses } from './mail-addresses.js';
import { MailHandler } from './mail-handler.js';
import { MailRegisterQuery } from './mail-register.query.js';
import { MailQuery } from './mail.query.js';
import { MailboxQuery } from './mailbox.query.js';
import { SmtpTransport } from './smtp-transport.js';
import { TestMailUseCase } from './test-mail.use-case.js';
import { MailTransport } from './transport.js';

/** Without SMTP_URL nothing leaves the machine: mails are files below the data folder. */
const transport = {
  provide: MailTransport,
  inject: [configToken, Database],
  useFactory: (config: Config, { throwAway }: Database): MailTransport =>
    config.smtpUrl === undefined
      ? new EmlTransport(mailFolder(config), !throwAway)
      : new SmtpTransport(config.smtpUrl),
};

const offered = [MailAddresses, MailboxQuery, MailQuery, MailRegisterQuery, TestMailUseCase];

@Module({ providers: [transport, MailHandler, ...offered], exports: offered })
export class MailModule implements OnApplicationShutdown {
  constructor(
    worker: Worker,
    handler: MailHandler,
    private readonly transport: MailTransport,
  ) {
    worker.addHandlers(handler);
  }

  onApplicationShutdown(): void {
    this.transport.close();
  }
}
