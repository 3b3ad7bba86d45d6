import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Instant, instantColumn, optionalInstantColumn } from '../platform/index.js';

export const pointKinds = ['expert', 'plenary', 'municipal'] as const;
export type PointKind = (typeof pointKinds)[number];

/** changed: the named clause was changed; unchanged: the text stands, and the answer says why. */
export type AnswerKind = 'changed' | 'unchanged';

/** One point that experts, the plenary or the municipal government made about the draft, and what became of it. */
@Entity('review_point')
export class ReviewPoint {
  @PrimaryColumn({ type: 'varchar' })
  id!: string;

  @Column({ type: 'varchar' })
  compilationId!: string;

  @Column({ type: 'text' })
  kind!: PointKind;

  /** The round of the meeting, or of the packet that the municipal government returned. */
  @Column({ type: 'integer' })
  round!: number;

  /** Counts within kind and round, from 1. */
  @Column({ type: 'integer' })
  number!: number;

  @Column({ type: 'varchar', nullable: true })
  meetingId!: string | null;

  /** Whose written opinion the point belongs to; null when the meeting or the government made it. */
  @Column({ type: 'varchar', nullable: true })
  inviteeId!: string | null;

  /** The clause of the draft that was discussed; null when the point concerns the whole. */
  @Column({ type: 'varchar', nullable: true })
  clauseId!: string | null;

  @Column({ type: 'text' })
  clauseLabel!: string;

  @Column({ type: 'text' })
  content!: string;

  /** Differs from what the meeting concluded; recorded as such (第二十条、第三十条). */
  @Column({ type: 'boolean' })
  dissent!: boolean;

  @Column(instantColumn)
  filedAt!: Instant;

  @Column({ type: 'text', nullable: true })
  answer!: AnswerKind | null;

  @Column({ type: 'text' })
  answerText!: string;

  @Column({ type: 'varchar', nullable: true })
  answerClauseId!: string | null;

  /** Why 已修改 is answered although the clause reads as before, e.g. the change stands in another clause; printed. */
  @Column({ type: 'text', nullable: true })
  unchangedReason!: string | null;

  @Column(optionalInstantColumn)
  answeredAt!: Instant | null;

  @Column({ type: 'integer' })
  revision!: number;
}
