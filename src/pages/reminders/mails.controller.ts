import { z } from 'zod';
import { resendMails } from '../../effects/index.js';
import { staff } from '../../platform/index.js';
import {
  actFormOf,
  formsOf,
  OnPage,
  page,
  PageController,
  type PageInput,
  seeOther,
  show,
} from '../../web/index.js';
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
};

export const MailForms = formsOf({
  resend: actFormOf(resendMails, `${base}/resend`, {
    // Beside the ticked ids the corrected addresses: `address-<id>`.
    fields: z.object({ ids: several }).catchall(z.unknown()),
    read: (body) => ({
      mails: body.ids.map((id) => {
        const address = body[`address-${id}`];
        return { id, ...(typeof address === 'string' && address !== '' ? { address: address.trim() } : {}) };
      }),
    }),
    then: ({ params, result }) =>
      seeOther(remindersPath(params.compilationId, 'mails'), `已将${result.resent}封邮件重新列入发送。`),
  }),
});

/** 邮件登记: what went, what waits, what failed; one mail as its recipient reads it. */
@PageController()
export class MailsController {
  constructor(private readonly pages: MailsPage) {}

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
}
