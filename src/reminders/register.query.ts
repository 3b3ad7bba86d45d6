import { Injectable } from '@nestjs/common';
import { Contact, Unit } from '../directory/index.js';
import { Obligation } from '../obligations/index.js';
import { Mail, type MailState } from '../outbox/index.js';
import { Database, type Instant } from '../platform/index.js';
import { RegisterEntry } from './register-entry.entity.js';

export interface RegisterLine {
  id: string;
  unitName: string;
  recipientName: string;
  obligationId: string;
  deadlineRevision: number;
  rung: string;
  occurrence: number;
  dueAt: Instant;
  recordedAt: Instant;
  /** `skipped`: missed, and superseded by a later turn. */
  outcome: MailState | 'skipped';
  mailId: string | null;
}

/** The register of reminders (提醒登记): who was reminded of what and when, and what became of each mail. */
@Injectable()
export class RegisterQuery {
  constructor(private readonly database: Database) {}

  /** Newest first. */
  async list(
    compilationId: string,
    filter: { obligationId?: string; before?: string; limit?: number } = {},
  ): Promise<RegisterLine[]> {
    const { obligationId, before, limit } = filter;
    const rows = await this.database.read((reader) => {
      const query = reader
        .createQueryBuilder(RegisterEntry, 'entry')
        .innerJoin(Obligation, 'obligation', 'obligation.id = entry.obligationId')
        .innerJoin(Unit, 'unit', 'unit.id = obligation.unitId')
        .leftJoin(Contact, 'contact', 'contact.id = entry.recipientId')
        .leftJoin(Mail, 'mail', 'mail.id = entry.mailId')
        .addSelect('unit.name', 'unitName')
        .addSelect('contact.name', 'recipientName')
        .addSelect('mail.state', 'mailState')
        .where('entry.compilationId = :compilationId', { compilationId })
        .orderBy('entry.id', 'DESC')
        .limit(limit ?? 500);
      if (obligationId !== undefined) query.andWhere('entry.obligationId = :obligationId', { obligationId });
      if (before !== undefined) query.andWhere('entry.id < :before', { before });
      return query.getRawAndEntities<{
        unitName: string;
        recipientName: string | null;
        mailState: MailState;
      }>();
    });
    return rows.entities.map((entry, index) => {
      const { unitName, recipientName, mailState } = rows.raw[index];
      const outcome = entry.mailId === null ? 'skipped' : mailState;
      return { ...entry, unitName, recipientName: recipientName ?? '', outcome };
    });
  }
}
