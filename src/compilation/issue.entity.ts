import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Instant, instantColumn, jsonColumn, optionalInstantColumn } from '../platform/index.js';

export interface View {
  holder: string;
  view: string;
  reason: string;
}

/** 重大问题和重大事项、分歧意见: logged with the views of both sides, escalated, closed by a decision (通知三、（一）). */
@Entity('issue')
export class Issue {
  @PrimaryColumn({ type: 'varchar' })
  id!: string;

  @Column({ type: 'varchar' })
  compilationId!: string;

  @Column({ type: 'text' })
  kind!: '重大问题' | '分歧意见';

  @Column({ type: 'text' })
  title!: string;

  @Column(jsonColumn)
  views!: View[];

  /** The secretariat's own view with its reasons. */
  @Column({ type: 'text' })
  proposal!: string;

  @Column(instantColumn)
  raisedAt!: Instant;

  @Column(optionalInstantColumn)
  escalatedAt!: Instant | null;

  @Column({ type: 'text', nullable: true })
  decision!: string | null;

  @Column(optionalInstantColumn)
  decidedAt!: Instant | null;

  @Column({ type: 'integer' })
  revision!: number;
}
