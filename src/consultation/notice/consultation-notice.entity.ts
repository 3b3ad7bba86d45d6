import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type CalendarDate } from '../../calendar/index.js';
import { type Instant, optionalInstantColumn } from '../../platform/index.js';

/** 征求意见公告: one for each round of consultation. Published by the step that opens the consultation. */
@Entity('consultation_notice')
export class ConsultationNotice {
  @PrimaryColumn({ type: 'varchar' })
  id!: string;

  @Column({ type: 'varchar' })
  compilationId!: string;

  /** Counts from 1; opinions may send the draft back and a second consultation follows. */
  @Column({ type: 'integer' })
  round!: number;

  @Column({ type: 'text' })
  title!: string;

  /** 说明: published with the draft (《重大行政决策程序暂行条例》第十五条). */
  @Column({ type: 'text' })
  explanation!: string;

  /** Addresses and how to sign, as the public reads it. */
  @Column({ type: 'text' })
  howToSubmit!: string;

  /** Why the period is shorter than 30 days; empty when it is not. */
  @Column({ type: 'text' })
  shortReason!: string;

  /** The frozen 征求意见稿 that is consulted on; set when published. */
  @Column({ type: 'varchar', nullable: true })
  draftVersionId!: string | null;

  /** The day it was in fact opened; the period counts from the next. */
  @Column({ type: 'text', nullable: true })
  openedOn!: CalendarDate | null;

  @Column(optionalInstantColumn)
  publishedAt!: Instant | null;

  /** Opinions received after it are late; follows the timeline's consultationCloses while open. */
  @Column(optionalInstantColumn)
  closesAt!: Instant | null;

  /** What the public was last told: at the opening, and with each extension. */
  @Column(optionalInstantColumn)
  announcedClosesAt!: Instant | null;

  @Column(optionalInstantColumn)
  extendedAt!: Instant | null;

  @Column({ type: 'text', nullable: true })
  extensionReason!: string | null;

  @Column(optionalInstantColumn)
  closedAt!: Instant | null;

  @Column({ type: 'integer' })
  revision!: number;
}
