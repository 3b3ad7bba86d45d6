import { Injectable } from '@nestjs/common';
import { LessThan } from 'typeorm';
import { Mail, type MailState } from '../../outbox/index.js';
import { Database, type Instant } from '../../platform/index.js';

export interface MailLine {
  id: string;
  template: string;
  recipientName: string;
  address: string;
  subject: string | null;
  state: MailState;
  queuedAt: Instant;
  sentAt: Instant | null;
  lastError: string | null;
}

/** What went out of a compilation, what waits and what failed, for pages, API and reports. */
@Injectable()
export class MailQuery {
  constructor(private readonly database: Database) {}

  /** Newest first. */
  list(
    compilationId: string,
    filter: { state?: MailState; template?: string; before?: string; limit?: number } = {},
  ): Promise<MailLine[]> {
    const { state, template, before, limit } = filter;
    return this.database.read((reader) =>
      reader.find(Mail, {
        select: {
          id: true,
          template: true,
          recipientName: true,
          address: true,
          subject: true,
          state: true,
          queuedAt: true,
          sentAt: true,
          lastError: true,
        },
        where: {
          compilationId,
          ...(state === undefined ? {} : { state }),
          ...(template === undefined ? {} : { template }),
          ...(before === undefined ? {} : { id: LessThan(before) }),
        },
        order: { id: 'DESC' },
        take: limit ?? 100,
      }),
    );
  }

  /** Mails that were sent, by template: `{notice: 160, …}`. */
  async sentByTemplate(compilationId: string): Promise<Record<string, number>> {
    const rows = await this.database.read((reader) =>
      reader
        .createQueryBuilder(Mail, 'mail')
        .select('mail.template', 'template')
        .addSelect('COUNT(*)', 'count')
        .where({ compilationId, state: 'sent' })
        .groupBy('mail.template')
        .orderBy('mail.template')
        .getRawMany<{ template: string; count: string | number }>(),
    );
    return Object.fromEntries(rows.map(({ template, count }) => [template, Number(count)]));
  }
}
