import { z } from 'zod';
import { formatDateTime } from '../../calendar/index.js';
import { MailboxQuery, type StoredMail } from '../../effects/index.js';
import { NotFound } from '../../platform/index.js';
import { mailTitles } from '../../rehearsal/index.js';
import {
  download,
  embedded,
  mediaTypes,
  OnPage,
  page,
  PageController,
  type PageInput,
  wordQuery,
} from '../../web/index.js';
import { entryFacts } from './calendar-entry.js';
import { listAddress, perPage } from './paging.js';
import { mailboxReaders, SettingsPages, settingsPath } from './settings-pages.js';
import { choices } from './units-page.js';

const base = '/c/:compilationId/settings/mailbox';
const views = [
  ['html', '网页'],
  ['text', '纯文本'],
  ['calendar', '日历'],
  ['source', '原文'],
] as const;
/** A browser need not lay out a whole attachment; the file holds it all. */
const sourceShown = 60_000;

const routes = {
  list: page(base, {
    by: mailboxReaders,
    query: {
      recipient: z.string().trim().max(100).default(''),
      template: wordQuery.or(z.literal('')).catch(''),
      before: wordQuery.catch(undefined),
    },
  }),
  one: page(`${base}/:mailId`, {
    by: mailboxReaders,
    query: { view: z.enum(['html', 'text', 'calendar', 'source']).catch('html') },
  }),
  html: page(`${base}/:mailId/html`, { by: mailboxReaders }),
  file: page(`${base}/:mailId/file`, { by: mailboxReaders }),
  calendar: page(`${base}/:mailId/calendar`, { by: mailboxReaders }),
};

/** 测试信箱: the mails of a house without a mail server, as their recipients would see them. */
@PageController()
export class MailboxController {
  constructor(
    private readonly pages: SettingsPages,
    private readonly mailbox: MailboxQuery,
  ) {}

  @OnPage(routes.list)
  async list(input: PageInput<typeof routes.list>) {
    const { compilationId } = input.params;
    const { recipient, before } = input.query;
    const template = input.query.template === '' ? undefined : input.query.template;
    const filter = { recipient, template };
    const { total, lines } = await this.mailbox.list(compilationId, { ...filter, before, limit: perPage });
    const path = settingsPath(compilationId, 'mailbox');
    const more = lines.length === perPage;
    const view = {
      ...{ total, recipient },
      templates: choices(Object.entries(mailTitles), template),
      mails: lines.map(({ id, template: name, subject, recipientName, address, sentAt }) => ({
        ...{ subject, recipientName, address },
        title: mailTitles[name] ?? name,
        at: formatDateTime(sentAt),
        href: `${path}/${id}`,
      })),
      first: before === undefined ? null : listAddress(path, filter),
      next: more ? listAddress(path, { ...filter, before: lines[lines.length - 1].id }) : null,
    };
    return this.pages.show('mailbox', 'mailbox', '测试信箱', view, input);
  }

  @OnPage(routes.one)
  async one(input: PageInput<typeof routes.one>) {
    const { compilationId, mailId } = input.params;
    const mail = await this.mailbox.one(compilationId, mailId);
    const path = settingsPath(compilationId, 'mailbox', mailId);
    const view = {
      ...headOf(mail),
      tabs: views.map(([key, label]) => ({
        label,
        href: `${path}?view=${key}`,
        current: key === input.query.view,
      })),
      frame: input.query.view === 'html' ? `${path}/html` : null,
      text: input.query.view === 'text' ? mail.text : null,
      calendar: input.query.view === 'calendar' ? calendarView(mail.calendar) : null,
      source: input.query.view === 'source' ? mail.source.toString('utf8').slice(0, sourceShown) : null,
      cut: mail.source.length > sourceShown,
      file: `${path}/file`,
      entryFile: `${path}/calendar`,
      back: settingsPath(compilationId, 'mailbox'),
    };
    return this.pages.show('mailbox', 'mail-shown', mail.subject, view, input);
  }

  @OnPage(routes.html)
  async html({ params }: PageInput<typeof routes.html>) {
    return embedded((await this.mailbox.one(params.compilationId, params.mailId)).html);
  }

  @OnPage(routes.file)
  async file({ params }: PageInput<typeof routes.file>) {
    const { source, fileName } = await this.mailbox.one(params.compilationId, params.mailId);
    return download(source, 'message/rfc822', fileName);
  }

  @OnPage(routes.calendar)
  async calendar({ params }: PageInput<typeof routes.calendar>) {
    const { calendar } = await this.mailbox.one(params.compilationId, params.mailId);
    if (calendar === null) throw new NotFound('日历事项', params.mailId);
    return download(Buffer.from(calendar), mediaTypes.ics, 'calendar.ics');
  }
}

const headOf = ({ subject, recipientName, address, sentAt, template, fileName }: StoredMail) => ({
  ...{ subject, recipientName, address, fileName },
  title: mailTitles[template] ?? template,
  at: formatDateTime(sentAt),
});

/** A mail in which nothing is dated says so. */
const calendarView = (calendar: string | null) =>
  calendar === null ? { facts: [], raw: null } : { facts: entryFacts(calendar), raw: calendar };
