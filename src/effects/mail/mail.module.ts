import { join } from 'node:path';
import { Module, type OnApplicationShutdown } from '@nestjs/common';
import { type Config, configToken } from '../../platform/index.js';
import { Worker } from '../../worker/index.js';
import { EmlTransport } from './eml-transport.js';
import { MailAddresses } from './mail-addresses.js';
import { MailHandler } from './mail-handler.js';
import { MailRegisterQuery } from './mail-register.query.js';
import { MailQuery } from './mail.query.js';
import { ResendMailsUseCase } from './resend-mails.use-case.js';
import { SmtpTransport } from './smtp-transport.js';
import { MailTransport } from './transport.js';

/** Without SMTP_URL nothing leaves the machine: mails are files below the data folder. */
const transport = {
  provide: MailTransport,
  inject: [configToken],
  useFactory: ({ smtpUrl, dataFolder }: Config): MailTransport =>
    smtpUrl === undefined ? new EmlTransport(join(dataFolder, 'mail')) : new SmtpTransport(smtpUrl),
};

@Module({
  providers: [transport, MailAddresses, MailHandler, MailQuery, MailRegisterQuery, ResendMailsUseCase],
  exports: [MailAddresses, MailQuery, MailRegisterQuery, ResendMailsUseCase],
})
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
