import { Injectable } from '@nestjs/common';
import { formatDateTime } from '../../calendar/index.js';
import { type MailFilter, type MailLine, MailRegisterQuery } from '../../effects/index.js';
import { ObligationsQuery } from '../../obligations/index.js';
import { storyPath } from '../materials/register-fields.js';
import { failureView, mailStates, mailTitle } from '../words/mail-words.js';
import { pathWith } from '../words/form-fields.js';
import { pagerOf } from '../words/pager.js';
import { remindersPath, subNav } from './reminders-paths.js';

export const mailPageSize = 50;
export const mailStateNames = ['queued', 'sent', 'failed', 'lapsed'] as const;

export interface MailFields {
  template?: string;
  state?: MailFilter['state'];
  recipient: string;
  page: number;
}

/** The register of mails, ready to print. */
@Injectable()
export class MailsPage {
  constructor(
    private readonly mails: MailRegisterQuery,
    private readonly obligations: ObligationsQuery,
  ) {}

  async view(compilationId: string, fields: MailFields, mayAct: boolean): Promise<object> {
    const { template, state, recipient, page } = fields;
    const filter = { template, state, recipient: recipient === '' ? undefined : recipient };
    const { total, lines } = await this.mails.page(compilationId, filter, { page, size: mailPageSize });
    const counts = await this.mails.counts(compilationId);
    const path = remindersPath(compilationId, 'mails');
    const kept = { template, state, recipient };
    const failed = sum(counts.filter((line) => line.state === 'failed'));
    return {
      nav: subNav(compilationId, 'mails'),
      sentence: sentenceOf(counts),
      templates: templatesOf(counts, template),
      states: mailStateNames.map((value) => ({
        ...{ value, title: mailStates[value].word },
        selected: value === state,
      })),
      ...{ path, recipient, total, failed, mayAct },
      failures: pathWith(path, { state: 'failed' }),
      resend: mayAct && state === 'failed',
      action: `${path}/resend`,
      rows: lines.map((line) => rowView(path, line)),
      pager: pagerOf({ path, fields: kept, page, size: mailPageSize, total }),
    };
  }

  /** One mail as its recipient reads it. */
  async one(compilationId: string, mailId: string, mayAct: boolean) {
    const mail = await this.mails.read(compilationId, mailId);
    const path = remindersPath(compilationId, 'mails');
    const about =
      mail.about === null ? [] : await this.obligations.list(compilationId, { ids: [mail.about] });
    return {
      nav: subNav(compilationId, 'mails'),
      ...rowView(path, mail),
      subjectText: mail.subject ?? mailTitle(mail.template),
      ...{ text: mail.text, withEvent: mail.withEvent },
      queued: formatDateTime(mail.queuedAt),
      story: about.map(({ id, unitName, title }) => ({
        title: `${unitName}　${title}`,
        href: storyPath(compilationId, id),
      })),
      resend: mayAct && mail.state === 'failed',
      action: `${path}/resend`,
      back: path,
    };
  }
}

type Counts = Awaited<ReturnType<MailRegisterQuery['counts']>>;

const sum = (counts: Counts): number => counts.reduce((total, { count }) => total + count, 0);

/** Total and its parts. */
function sentenceOf(counts: Counts): string {
  const total = sum(counts);
  if (total === 0) return '还没有发过邮件。';
  const of = (state: (typeof mailStateNames)[number]) => sum(counts.filter((line) => line.state === state));
  const parts = mailStateNames
    .filter((state) => state === 'failed' || of(state) > 0)
    .map((state) => `${mailStates[state].word}${of(state)}封`);
  return `邮件共${total}封：${parts.join('，')}。`;
}

function templatesOf(counts: Counts, current: string | undefined) {
  const names = [...new Set(counts.map(({ template }) => template))];
  return names.map((value) => ({
    value,
    title: mailTitle(value),
    count: sum(counts.filter(({ template }) => template === value)),
    selected: value === current,
  }));
}

const rowView = (path: string, line: MailLine) => ({
  id: line.id,
  at: formatDateTime(line.sentAt ?? line.queuedAt),
  title: mailTitle(line.template),
  subject: line.subject,
  recipientName: line.recipientName,
  address: line.address,
  status: mailStates[line.state],
  ...failureView(line.lastError),
  href: `${path}/${line.id}`,
});
