import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type CalendarDate } from '../calendar/index.js';
import { type Instant, instantColumn, optionalInstantColumn, optionalJsonColumn } from '../platform/index.js';

export type ObligationKind = 'material' | 'reply';

/** 报送任务: what one unit owes in one round, and by when. Where it stands is the workflow instance of its id. */
@Entity('obligation')
export class Obligation {
  @PrimaryColumn({ type: 'varchar' })
  id!: string;

  @Column({ type: 'varchar' })
  compilationId!: string;

  @Column({ type: 'varchar' })
  unitId!: string;

  @Column({ type: 'text' })
  kind!: ObligationKind;

  /** Counts from 1; a second consultation asks every unit again. */
  @Column({ type: 'integer' })
  round!: number;

  /** The deadline of the timeline that dates it and that it follows. */
  @Column({ type: 'text' })
  deadlineKey!: string;

  @Column({ type: 'text' })
  nominal!: CalendarDate;

  /** Nobody is late up to this instant. */
  @Column(instantColumn)
  effectiveAt!: Instant;

  @Column({ type: 'text' })
  ruleText!: string;

  /** Counts from 1 with every change of this obligation's deadline; reminders and calendar entries follow it. */
  @Column({ type: 'integer' })
  deadlineRevision!: number;

  /** How often its calendar entry changed; never falls, or a calendar would keep what was withdrawn. */
  @Column({ type: 'integer' })
  calendarSequence!: number;

  @Column(instantColumn)
  issuedAt!: Instant;

  /** 签收: when the unit said that the notice reached it. */
  @Column(optionalInstantColumn)
  acknowledgedAt!: Instant | null;

  /** Whether an extension or a return dated it; else it has the timeline's date. */
  @Column({ type: 'boolean' })
  datedIndividually!: boolean;

  @Column(optionalInstantColumn)
  extendedAt!: Instant | null;

  @Column({ type: 'text', nullable: true })
  extensionReason!: string | null;

  /** A post, not a person. */
  @Column({ type: 'text', nullable: true })
  extensionApprover!: string | null;

  @Column(optionalInstantColumn)
  handedInAt!: Instant | null;

  @Column({ type: 'boolean' })
  handedInLate!: boolean;

  /** Accepted, waived or ended unanswered. */
  @Column(optionalInstantColumn)
  settledAt!: Instant | null;

  @Column({ type: 'text', nullable: true })
  waiverReason!: string | null;

  @Column({ type: 'text', nullable: true })
  waiverApprover!: string | null;

  /** What the latest return asks to be changed. */
  @Column(optionalJsonColumn)
  returnComments!: string[] | null;

  @Column({ type: 'integer' })
  revision!: number;
}
