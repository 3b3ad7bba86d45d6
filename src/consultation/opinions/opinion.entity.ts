import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Instant, instantColumn, optionalInstantColumn } from '../../platform/index.js';
import { type Disposition } from '../../../workflows/index.js';
import { type Channel, type ProposerCategory } from './opinion-kinds.js';

/** 意见: one point of one proposer. Where it stands is the workflow instance of its id. */
@Entity('opinion')
export class Opinion {
  @PrimaryColumn({ type: 'varchar' })
  id!: string;

  @Column({ type: 'varchar' })
  compilationId!: string;

  /** The consultation it came in: the notice's round. */
  @Column({ type: 'integer' })
  round!: number;

  /** Counts per compilation from 1, without gaps; the parts of a split letter share the letter's. */
  @Column({ type: 'integer' })
  sequence!: number;

  /** 0 for what came in as one; the parts of a letter count from 1. */
  @Column({ type: 'integer' })
  part!: number;

  /** 意见编号: 2021-0007, and 2021-0007-2 for the second part of a letter. */
  @Column({ type: 'text' })
  number!: string;

  /** The letter it was split from. */
  @Column({ type: 'varchar', nullable: true })
  parentId!: string | null;

  @Column({ type: 'text' })
  channel!: Channel;

  @Column({ type: 'text' })
  category!: ProposerCategory;

  @Column({ type: 'varchar', nullable: true })
  unitId!: string | null;

  /** An organisation that is no unit of the roster, as it signed. */
  @Column({ type: 'text', nullable: true })
  organisation!: string | null;

  /** Personal data: never printed, never in the ledger, erased on request. */
  @Column({ type: 'text', nullable: true })
  personName!: string | null;

  /** Personal data, like the name. */
  @Column({ type: 'text', nullable: true })
  personContact!: string | null;

  @Column(optionalInstantColumn)
  erasedAt!: Instant | null;

  /** The version it speaks of. */
  @Column({ type: 'varchar', nullable: true })
  draftVersionId!: string | null;

  /** The clause it speaks of, known in every later version in which it still stands; null for the whole text. */
  @Column({ type: 'varchar', nullable: true })
  clauseId!: string | null;

  /** 章条编号 as it was then, or as the proposer wrote it. */
  @Column({ type: 'text', nullable: true })
  clauseLabel!: string | null;

  /** The words it speaks of. */
  @Column({ type: 'text', nullable: true })
  quotation!: string | null;

  @Column({ type: 'text' })
  content!: string;

  /** SHA-256 of the content. */
  @Column({ type: 'text' })
  contentDigest!: string;

  @Column(instantColumn)
  receivedAt!: Instant;

  /** Received after the consultation closed: kept, marked, and settled before the packet. */
  @Column({ type: 'boolean' })
  late!: boolean;

  @Column(instantColumn)
  registeredAt!: Instant;

  /** The ledger entry of its registration; a table pinned to a position leaves later ones out. */
  @Column({ type: 'integer' })
  registeredSeq!: number;

  /** Makes sending, or importing a row, twice harmless. */
  @Column({ type: 'text', nullable: true })
  submissionKey!: string | null;

  /** The reply obligation it answers. */
  @Column({ type: 'varchar', nullable: true })
  obligationId!: string | null;

  /** Like opinions share the id of the first of them. */
  @Column({ type: 'varchar', nullable: true })
  groupId!: string | null;

  /** 承办人: an account's id. */
  @Column({ type: 'text', nullable: true })
  handler!: string | null;

  @Column(optionalInstantColumn)
  assignedAt!: Instant | null;

  @Column({ type: 'text', nullable: true })
  disposition!: Disposition | null;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  /** The clause that was changed because of it. */
  @Column({ type: 'varchar', nullable: true })
  changedClauseId!: string | null;

  /** Why that clause reads as before although the opinion was adopted; printed wherever the disposition is. */
  @Column({ type: 'text', nullable: true })
  unchangedReason!: string | null;

  @Column({ type: 'text', nullable: true })
  unchangedBy!: string | null;

  @Column(optionalInstantColumn)
  unchangedAt!: Instant | null;

  @Column({ type: 'text', nullable: true })
  disposedBy!: string | null;

  @Column(optionalInstantColumn)
  disposedAt!: Instant | null;

  @Column({ type: 'text', nullable: true })
  returnReason!: string | null;

  /** 复核人: never who disposed of it. */
  @Column({ type: 'text', nullable: true })
  reviewedBy!: string | null;

  @Column(optionalInstantColumn)
  reviewedAt!: Instant | null;

  @Column({ type: 'integer' })
  revision!: number;
}
