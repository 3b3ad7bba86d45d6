import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Instant, instantColumn } from '../platform/index.js';
import { type AttendanceShare } from '../../workflows/index.js';

/** The attendance that the leading group wants of its plenary; without a row the definition's own rule holds. */
@Entity('meeting_rule')
export class MeetingRule {
  @PrimaryColumn({ type: 'varchar' })
  compilationId!: string;

  @Column({ type: 'text' })
  attendance!: AttendanceShare;

  /** The rule's own source: where the leading group laid it down. */
  @Column({ type: 'text' })
  basis!: string;

  @Column(instantColumn)
  setAt!: Instant;

  @Column({ type: 'text' })
  setBy!: string;

  @Column({ type: 'integer' })
  revision!: number;
}
