import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type CalendarFile } from '../calendar/index.js';
import {
  type Instant,
  instantColumn,
  jsonColumn,
  type JsonObject,
  optionalInstantColumn,
  optionalJsonColumn,
} from '../platform/index.js';

export type MailState = 'queued' | 'sent' | 'lapsed' | 'failed';

/** One mail to one recipient; the register of what was sent and the outbox row's material at once. */
@Entity('mail')
export class Mail {
  @PrimaryColumn({ type: 'varchar' })
  id!: string;

  @Column({ type: 'varchar' })
  compilationId!: string;

  @Column({ type: 'text' })
  template!: string;

  @Column({ type: 'varchar' })
  recipientId!: string;

  @Column({ type: 'text' })
  recipientName!: string;

  @Column({ type: 'text' })
  address!: string;

  /** The obligation, meeting or opinion the mail is about. */
  @Column({ type: 'varchar', nullable: true })
  about!: string | null;

  @Column(jsonColumn)
  view!: JsonObject;

  /** The calendar entry that travels with the mail. */
  @Column(optionalJsonColumn)
  event!: CalendarFile | null;

  /** Names the check that is made again when the mail is due: a unit may have handed in meanwhile. */
  @Column({ type: 'text', nullable: true })
  stillDueCheck!: string | null;

  /** Stable across attempts, so that a receiver can drop a duplicate. */
  @Column({ type: 'text' })
  messageId!: string;

  @Column({ type: 'text', nullable: true })
  subject!: string | null;

  @Column({ type: 'text' })
  state!: MailState;

  @Column(instantColumn)
  queuedAt!: Instant;

  @Column(optionalInstantColumn)
  sentAt!: Instant | null;

  @Column({ type: 'text', nullable: true })
  lastError!: string | null;
}
