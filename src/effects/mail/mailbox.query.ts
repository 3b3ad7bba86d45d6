import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { type FindOptionsWhere, LessThan, Like } from 'typeorm';
import { Mail } from '../../outbox/index.js';
import { type Config, configToken, Database, type Instant, NotFound, Refusal } from '../../platform/index.js';
import { emlName, mailFolder } from './eml-transport.js';
import { partsOf } from './read-message.js';

/** A mail as its file holds it. */
export interface StoredMail {
  id: string;
  template: string;
  subject: string;
  recipientName: string;
  address: string;
  sentAt: Instant;
  fileName: string;
  text: string;
  html: string;
  /** The .ics entry; null when nothing in the mail is dated. */
  calendar: string | null;
  /** The whole message as it travels. */
  source: Buffer;
}

export interface MailboxFilter {
  template?: string;
  /** Part of the recipient's name or address. */
  recipient?: string;
}

export interface MailboxLine {
  id: string;
  template: string;
  subject: string;
  recipientName: string;
  address: string;
  sentAt: Instant;
}

export class MailboxClosed extends Refusal {
  constructor() {
    super(
      'mailbox-closed',
      '已设置邮件服务器，邮件直接寄出，本机不留存。办理情况请看“提醒”中的邮件登记。',
      404,
    );
  }
}

/** The development mailbox: without a mail server every mail is a file here, and this reads them. */
@Injectable()
export class MailboxQuery {
  constructor(
    private readonly database: Database,
    @Inject(configToken) private readonly config: Pick<Config, 'smtpUrl' | 'dataFolder'>,
  ) {}

  get open(): boolean {
    return this.config.smtpUrl === undefined;
  }

  /** Newest first. @throws MailboxClosed */
  async list(
    compilationId: string,
    filter: MailboxFilter & { before?: string; limit: number },
  ): Promise<{ total: number; lines: MailboxLine[] }> {
    this.mustBeOpen();
    const { before, limit } = filter;
    const all = conditions(compilationId, filter);
    const page = before === undefined ? all : all.map((where) => ({ ...where, id: LessThan(before) }));
    return this.database.read(async (reader) => {
      const total = await reader.countBy(Mail, all);
      const mails = await reader.find(Mail, { where: page, order: { id: 'DESC' }, take: limit });
      return { total, lines: mails.map(lineOf) };
    });
  }

  /** @throws MailboxClosed, NotFound */
  async one(compilationId: string, id: string): Promise<StoredMail> {
    this.mustBeOpen();
    const where = { id, compilationId, state: 'sent' as const };
    const mail = await this.database.read((reader) => reader.findOneBy(Mail, where));
    if (mail === null) throw new NotFound('邮件', id);
    const fileName = emlName({ mail, to: mail.address });
    const source = await readFile(join(mailFolder(this.config), fileName)).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new NotFound('邮件文件', fileName);
      throw error;
    });
    const contentOf = new Map(
      (await partsOf(source)).map(({ type, bytes }) => [type, bytes.toString('utf8')]),
    );
    return {
      ...lineOf(mail),
      fileName,
      source,
      text: contentOf.get('text/plain') ?? '',
      html: contentOf.get('text/html') ?? '',
      calendar: contentOf.get('text/calendar') ?? null,
    };
  }

  private mustBeOpen(): void {
    if (!this.open) throw new MailboxClosed();
  }
}

function conditions(compilationId: string, { template, recipient }: MailboxFilter): FindOptionsWhere<Mail>[] {
  const sent: FindOptionsWhere<Mail> = {
    compilationId,
    state: 'sent',
    ...(template === undefined ? {} : { template }),
  };
  // Signs that LIKE reads as wildcards stand in no name and no address that is looked for.
  const wanted = recipient?.replace(/[%_\\]/g, '') ?? '';
  if (wanted === '') return [sent];
  const like = Like(`%${wanted}%`);
  return [
    { ...sent, recipientName: like },
    { ...sent, address: like },
  ];
}

const lineOf = ({ id, template, subject, recipientName, address, sentAt, queuedAt }: Mail): MailboxLine => ({
  ...{ id, template, recipientName, address },
  subject: subject ?? '',
  sentAt: sentAt ?? queuedAt,
});
