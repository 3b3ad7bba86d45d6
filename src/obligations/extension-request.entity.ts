import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type CalendarDate } from '../calendar/index.js';
import { type Instant, instantColumn, optionalInstantColumn } from '../platform/index.js';

/** 延期申请: a unit asks for more time; the secretariat grants or declines. */
@Entity('extension_request')
export class ExtensionRequest {
  @PrimaryColumn({ type: 'varchar' })
  id!: string;

  @Column({ type: 'varchar' })
  compilationId!: string;

  @Column({ type: 'varchar' })
  obligationId!: string;

  @Column({ type: 'text' })
  until!: CalendarDate;

  @Column({ type: 'text' })
  reason!: string;

  @Column(instantColumn)
  requestedAt!: Instant;

  @Column({ type: 'text', nullable: true })
  answer!: 'granted' | 'declined' | null;

  @Column({ type: 'text', nullable: true })
  answerReason!: string | null;

  @Column(optionalInstantColumn)
  answeredAt!: Instant | null;

  @Column({ type: 'integer' })
  revision!: number;
}
