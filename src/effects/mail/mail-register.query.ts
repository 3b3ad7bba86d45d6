import { Injectable } from '@nestjs/common';
import { type SelectQueryBuilder } from 'typeorm';
import { Mail, type MailState } from '../../outbox/index.js';
import { Clock, Database, NotFound } from '../../platform/index.js';
import { type RenderedMail, TemplateSet } from '../../render/index.js';
import { type MailLine } from './mail.query.js';
import { renderMail } from './render-mail.js';

export interface MailFilter {
  template?: string;
  state?: MailState;
  /** Part of the recipient's name or address. */
  recipient?: string;
}

/** One mail as its recipient reads it. */
export interface ReadMail extends MailLine {
  about: string | null;
  text: string;
  /** Whether a calendar entry travels with it. */
  withEvent: boolean;
}

/** A link in a mail opens its recipient's pages, so nobody else is shown it. */
const hiddenLinks = { of: () => Promise.resolve('https://（收件单位专用链接，此处不显示）') };

const hiddenCode = '（六位验证码，此处不显示）';

/** The register of mails (邮件登记) a page at a time, and what a mail says. */
@Injectable()
export class MailRegisterQuery {
  constructor(
    private readonly database: Database,
    private readonly templates: TemplateSet,
    private readonly clock: Clock,
  ) {}

  /** Newest first. @param page counts from 1 */
  page(
    compilationId: string,
    filter: MailFilter,
    { page, size }: { page: number; size: number },
  ): Promise<{ total: number; lines: MailLine[] }> {
    return this.database.read(async (reader) => {
      const query = reader
        .createQueryBuilder(Mail, 'mail')
        .where('mail.compilationId = :compilationId', { compilationId });
      narrow(query, filter);
      const total = await query.getCount();
      const columns = [
        'id',
        'template',
        'recipientName',
        'address',
        'subject',
        'state',
        'queuedAt',
        'sentAt',
      ];
      query.select([...columns, 'lastError'].map((column) => `mail.${column}`));
      const lines = await query
        .orderBy('mail.id', 'DESC')
        .limit(size)
        .offset((page - 1) * size)
        .getMany();
      return { total, lines };
    });
  }

  /** How many mails there are of each template and state. */
  async counts(compilationId: string): Promise<{ template: string; state: MailState; count: number }[]> {
    const rows = await this.database.read((reader) =>
      reader
        .createQueryBuilder(Mail, 'mail')
        .select('mail.template', 'template')
        .addSelect('mail.state', 'state')
        .addSelect('COUNT(*)', 'count')
        .where({ compilationId })
        .groupBy('mail.template')
        .addGroupBy('mail.state')
        .orderBy('mail.template')
        .getRawMany<{ template: string; state: MailState; count: string | number }>(),
    );
    return rows.map((row) => ({ ...row, count: Number(row.count) }));
  }

  async read(compilationId: string, id: string): Promise<ReadMail> {
    const mail = await this.database.read((reader) => reader.findOneBy(Mail, { id, compilationId }));
    if (mail === null) throw new NotFound('邮件', id);
    const { template, recipientName, address, state, queuedAt, sentAt, lastError, about, event } = mail;
    const { subject, text } = await this.write(withoutCode(mail), sentAt ?? undefined);
    const line = { id, template, recipientName, address, subject, state, queuedAt, sentAt, lastError };
    return { ...line, about, text, withEvent: event !== null };
  }

  /** What a mail says that is queued, or would be. @param at the day of sending it bears, today unless told */
  write(mail: Pick<Mail, 'template' | 'view'>, at = this.clock.now()): Promise<RenderedMail> {
    return renderMail(this.templates, mail, hiddenLinks, at);
  }
}

/** A code confirms an act of its recipient, so nobody else is shown it either. */
function withoutCode({ template, view }: Mail): Pick<Mail, 'template' | 'view'> {
  const hidden = Object.entries(view).map(([name, part]) =>
    typeof part === 'object' && part !== null && 'code' in part
      ? [name, { ...part, code: hiddenCode }]
      : [name, part],
  );
  return { template, view: Object.fromEntries(hidden) as Mail['view'] };
}

function narrow(query: SelectQueryBuilder<Mail>, { template, state, recipient }: MailFilter): void {
  if (template !== undefined) query.andWhere('mail.template = :template', { template });
  if (state !== undefined) query.andWhere('mail.state = :state', { state });
  if (recipient === undefined) return;
  const like = `%${recipient.replace(/[\\%_]/g, '\\$&')}%`;
  query.andWhere(`(mail.recipientName LIKE :like ESCAPE '\\' OR mail.address LIKE :like ESCAPE '\\')`, {
    like,
  });
}
