import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Instant, instantColumn, optionalInstantColumn } from '../../platform/index.js';
import { type ProposerCategory } from '../opinions/opinion-kinds.js';

/**
 * trap: a field was filled in that people do not see; tooFast: sent sooner than anybody writes; noProof: the browser
 * did no proof of work; busy: many came from one network at once.
 */
export const holdReasons = ['trap', 'tooFast', 'noProof', 'busy'] as const;
export type HoldReason = (typeof holdReasons)[number];

/** waiting: registers itself when its turn comes; suspect: a person decides; registered; junk: kept, not registered. */
export const heldStates = ['waiting', 'suspect', 'registered', 'junk'] as const;
export type HeldState = (typeof heldStates)[number];

/** 暂存意见: sent by the public and not registered at once. Nothing that was sent is thrown away. */
@Entity('held_comment')
export class HeldComment {
  @PrimaryColumn({ type: 'varchar' })
  id!: string;

  @Column({ type: 'varchar' })
  compilationId!: string;

  @Column({ type: 'varchar' })
  noticeId!: string;

  /** 回执编号, by which its sender finds it and later the opinion it became. */
  @Column({ type: 'text' })
  receipt!: string;

  /** The ticket's; the opinion gets the same, so that both ways in together register one. */
  @Column({ type: 'text' })
  submissionKey!: string;

  @Column({ type: 'text' })
  reason!: HoldReason;

  @Column({ type: 'text' })
  state!: HeldState;

  @Column({ type: 'text' })
  category!: ProposerCategory;

  @Column({ type: 'text', nullable: true })
  organisation!: string | null;

  /** Personal data: moves to the opinion and is then erased here. */
  @Column({ type: 'text', nullable: true })
  personName!: string | null;

  /** Personal data, like the name. */
  @Column({ type: 'text', nullable: true })
  personContact!: string | null;

  /** The version it speaks of. */
  @Column({ type: 'varchar', nullable: true })
  draftVersionId!: string | null;

  @Column({ type: 'varchar', nullable: true })
  clauseId!: string | null;

  @Column({ type: 'text', nullable: true })
  clauseLabel!: string | null;

  @Column({ type: 'text' })
  content!: string;

  @Column(instantColumn)
  receivedAt!: Instant;

  /** When it registers itself; null when a person must decide. */
  @Column(optionalInstantColumn)
  releaseAt!: Instant | null;

  @Column({ type: 'varchar', nullable: true })
  opinionId!: string | null;

  /** Why it was marked as junk, or why it could not be registered. */
  @Column({ type: 'text', nullable: true })
  remark!: string | null;

  @Column({ type: 'text', nullable: true })
  decidedBy!: string | null;

  @Column(optionalInstantColumn)
  decidedAt!: Instant | null;

  @Column({ type: 'integer' })
  revision!: number;
}
