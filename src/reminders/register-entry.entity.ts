import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Instant, instantColumn } from '../platform/index.js';

/**
 * 提醒登记: one turn of a rung for one recipient, one obligation and one revision of its deadline. The database keeps
 * those five unique, so a restart, a double run or a second worker never sends twice.
 */
@Entity('reminder_register')
export class RegisterEntry {
  @PrimaryColumn({ type: 'varchar' })
  id!: string;

  @Column({ type: 'varchar' })
  compilationId!: string;

  /** A contact of the unit. */
  @Column({ type: 'varchar' })
  recipientId!: string;

  @Column({ type: 'varchar' })
  obligationId!: string;

  @Column({ type: 'integer' })
  deadlineRevision!: number;

  @Column({ type: 'varchar' })
  rung!: string;

  @Column({ type: 'integer' })
  occurrence!: number;

  /** The mail that was queued; null when the turn was skipped because a later one was due as well. */
  @Column({ type: 'varchar', nullable: true })
  mailId!: string | null;

  @Column(instantColumn)
  dueAt!: Instant;

  @Column(instantColumn)
  recordedAt!: Instant;
}

/** What makes a turn the same turn within its obligation. */
export const turnKey = (
  entry: Pick<RegisterEntry, 'recipientId' | 'deadlineRevision' | 'rung' | 'occurrence'>,
): string => `${entry.recipientId}:${entry.deadlineRevision}:${entry.rung}:${entry.occurrence}`;
