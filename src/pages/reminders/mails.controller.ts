import { z } from 'zod';
import { ResendMailsUseCase } from '../../effects/index.js';
import { secretariat, staff } from '../../platform/index.js';
import { form, OnPage, page, PageController, type PageInput, seeOther, show } from '../../web/index.js';
import { chosen, pageNumber, several } from '../words/form-fields.js';
import { MailsPage, mailStateNames } from './mails-page.js';
import { remindersPath } from './reminders-paths.js';

const base = '/c/:compilationId/reminders/mails' as const;

const routes = {
  mails: page(base, {
    by: staff,
    query: {
      template: chosen(z.string().max(60)),
      state: chosen(z.enum(mailStateNames)),
      recipient: z.string().trim().max(100).default(''),
      page: pageNumber,
    },
  }),
  mail: page(`${base}/:mailId`, { by: staff }),
  resend: form(`${base}/resend`, {
    by: secretariat,
    // Beside the ticked ids the corrected addresses: `address-<id>`.
    body: z.object({ ids: several }).catchall(z.unknown()),
  }),
};

/** 邮件登记: what went, what waits, what failed; one mail as its recipient reads it. */
@PageController()
export class MailsController {
  constructor(
    private readonly pages: MailsPage,
    private readonly resendMails: ResendMailsUseCase,
  ) {}

  @OnPage(routes.mails)
  async mails({ params, query, actor }: PageInput<typeof routes.mails>) {
    const view = await this.pages.view(params.compilationId, query, actor.kind === 'secretariat');
    return show('reminders/mails', view, { title: '邮件登记', nav: 'reminders' });
  }

  @OnPage(routes.mail)
  async mail({ params, actor }: PageInput<typeof routes.mail>) {
    const view = await this.pages.one(params.compilationId, params.mailId, actor.kind === 'secretariat');
    return show('reminders/mail', view, { title: '邮件', nav: 'reminders' });
  }

  @OnPage(routes.resend)
  async resend({ params, body, actor }: PageInput<typeof routes.resend>) {
    const mails = body.ids.map((id) => {
      const address = body[`address-${id}`];
      return { id, ...(typeof address === 'string' && address !== '' ? { address: address.trim() } : {}) };
    });
    const { resent } = await this.resendMails.execute(params.compilationId, actor, { mails });
    return seeOther(remindersPath(params.compilationId, 'mails'), `已将${resent}封邮件重新列入发送。`);
  }
}
