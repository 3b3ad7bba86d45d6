import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Instant, instantColumn, jsonColumn } from '../../platform/index.js';
import { type DispositionCounts } from '../opinions/register-counts.js';

/** 意见采纳情况反馈, as it was published. */
@Entity('consultation_feedback')
export class ConsultationFeedback {
  @PrimaryColumn({ type: 'varchar' })
  id!: string;

  @Column({ type: 'varchar' })
  compilationId!: string;

  @Column({ type: 'integer' })
  round!: number;

  @Column({ type: 'text' })
  title!: string;

  /** Paragraphs, one a line; headings begin with 一、. Without any personal data. */
  @Column({ type: 'text' })
  text!: string;

  @Column(jsonColumn)
  counts!: DispositionCounts;

  /** SHA-256 of the text. */
  @Column({ type: 'text' })
  digest!: string;

  @Column(instantColumn)
  publishedAt!: Instant;
}
