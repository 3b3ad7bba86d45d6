import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Instant, jsonColumn, optionalInstantColumn } from '../platform/index.js';
import { type Rung } from './ladder.js';

/** What the reminders of one compilation go by. */
@Entity('reminder_plan')
export class ReminderPlan {
  /** The compilation's. */
  @PrimaryColumn({ type: 'varchar' })
  id!: string;

  @Column(jsonColumn)
  rungs!: Rung[];

  /** Up to here the digest has told the secretariat what came in; null before the first digest. */
  @Column(optionalInstantColumn)
  digestedAt!: Instant | null;

  /** Counts the editions of the ladder. */
  @Column({ type: 'integer' })
  revision!: number;
}
