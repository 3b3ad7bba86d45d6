import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type CalendarDate } from '../calendar/index.js';
import { type Instant, instantColumn } from '../platform/index.js';

/**
 * extension: granted to one unit; timeline: everybody's date moved; return: time to revise what was sent back;
 * waiverRevoked: time for what is owed again.
 */
export type DeadlineChangeCause = 'extension' | 'timeline' | 'return' | 'waiverRevoked';

/** One revision of an obligation's deadline, with what it was before. */
@Entity('deadline_change')
export class DeadlineChange {
  @PrimaryColumn({ type: 'varchar' })
  id!: string;

  @Column({ type: 'varchar' })
  compilationId!: string;

  @Column({ type: 'varchar' })
  obligationId!: string;

  @Column({ type: 'integer' })
  deadlineRevision!: number;

  @Column({ type: 'text' })
  cause!: DeadlineChangeCause;

  @Column({ type: 'text' })
  previousNominal!: CalendarDate;

  @Column(instantColumn)
  previousEffectiveAt!: Instant;

  @Column({ type: 'text' })
  nominal!: CalendarDate;

  @Column(instantColumn)
  effectiveAt!: Instant;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ type: 'text', nullable: true })
  approver!: string | null;

  @Column(instantColumn)
  changedAt!: Instant;
}
