import { Inject } from '@nestjs/common';
import { z } from 'zod';
import { formatDateTime } from '../../calendar/index.js';
import { CompilationQuery, mailHeading } from '../../compilation/index.js';
import { type MailLine, MailQuery, TestMailUseCase } from '../../effects/index.js';
import { type Config, configToken, staff } from '../../platform/index.js';
import { mailTitles } from '../../rehearsal/index.js';
import { form, OnPage, page, PageController, type PageInput, seeOther } from '../../web/index.js';
import { areaPath } from '../frame/navigation.js';
import { failureView } from '../words/mail-words.js';
import { administrators, SettingsPages, settingsPath } from './settings-pages.js';

const base = '/c/:compilationId/settings/mail';
const failuresShown = 20;

const routes = {
  mail: page(base, { by: staff }),
  test: form(`${base}/test`, { by: administrators, body: z.object({ address: z.string().trim().max(254) }) }),
};

/** 邮件: by which way mails leave, a mail to try it, and what failed last. */
@PageController()
export class SettingsMailController {
  constructor(
    private readonly pages: SettingsPages,
    private readonly mails: MailQuery,
    private readonly compilations: CompilationQuery,
    private readonly testMail: TestMailUseCase,
    @Inject(configToken) private readonly config: Config,
  ) {}

  @OnPage(routes.mail)
  async mail(input: PageInput<typeof routes.mail>) {
    const { params, visitor } = input;
    const { compilationId } = params;
    const failed = await this.mails.list(compilationId, { state: 'failed', limit: failuresShown });
    const tests = await this.mails.list(compilationId, { template: 'test', limit: 3 });
    const view = {
      server: this.config.smtpUrl === undefined ? null : withoutPassword(this.config.smtpUrl),
      from: this.config.mailFrom,
      publicUrl: this.config.publicUrl,
      mayTest: visitor.actorAs(administrators, compilationId) !== null,
      action: settingsPath(compilationId, 'mail', 'test'),
      failed: failed.map(lineOf),
      failuresShown,
      tests: tests.map(lineOf),
      reminders: areaPath(compilationId, 'reminders'),
      mailbox: this.pages.offered('mailbox', visitor, compilationId)
        ? settingsPath(compilationId, 'mailbox')
        : null,
    };
    return this.pages.show('mail', 'mail', '邮件', view, input);
  }

  @OnPage(routes.test)
  async test({ params, body, actor }: PageInput<typeof routes.test>) {
    const { compilationId } = params;
    const heading = mailHeading(await this.compilations.only(compilationId));
    await this.testMail.execute(compilationId, actor, heading, body);
    return seeOther(
      settingsPath(compilationId, 'mail'),
      `测试邮件已排入发送，收件人${body.address}。刷新本页可见是否送出。`,
    );
  }
}

const states = { queued: '待发', sent: '已送出', lapsed: '不再需要', failed: '未能送出' } as const;

const lineOf = ({ template, recipientName, address, state, queuedAt, sentAt, lastError }: MailLine) => ({
  title: mailTitles[template] ?? template,
  recipient: recipientName,
  address,
  state: states[state],
  at: formatDateTime(sentAt ?? queuedAt),
  ...failureView(lastError),
});

/** smtps://用户@主机:465; what is secret stays out of pages. */
function withoutPassword(address: string): string {
  const { protocol, username, host } = new URL(address);
  return `${protocol}//${username === '' ? '' : `${decodeURIComponent(username)}@`}${host}`;
}
