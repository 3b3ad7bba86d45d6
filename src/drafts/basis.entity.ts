import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type CalendarDate } from '../calendar/index.js';
import { type Instant, instantColumn, optionalInstantColumn } from '../platform/index.js';

export const basisStatuses = ['未发布', '已发布', '已修订'] as const;
export type BasisStatus = (typeof basisStatuses)[number];

/** 上位文件和依据: what the plan must agree with. The national 纲要 was not yet published in 2021. */
@Entity('basis_document')
export class BasisDocument {
  @PrimaryColumn({ type: 'varchar' })
  id!: string;

  @Column({ type: 'varchar' })
  compilationId!: string;

  @Column({ type: 'text' })
  key!: string;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text', nullable: true })
  documentNumber!: string | null;

  @Column({ type: 'text', nullable: true })
  issuedOn!: CalendarDate | null;

  @Column({ type: 'text' })
  status!: BasisStatus;

  /** Name of the text below seeds/basis/, where it is shipped. */
  @Column({ type: 'text', nullable: true })
  file!: string | null;

  @Column({ type: 'integer' })
  revision!: number;
}

/**
 * 对照任务, a line of the list of what must be compared (衔接): opened from the start for the plans above this one, and
 * whenever a basis document is published or revised; closed with what the comparison found.
 */
@Entity('realignment_task')
export class RealignmentTask {
  @PrimaryColumn({ type: 'varchar' })
  id!: string;

  @Column({ type: 'varchar' })
  compilationId!: string;

  @Column({ type: 'varchar' })
  basisDocumentId!: string;

  @Column({ type: 'text' })
  title!: string;

  @Column(instantColumn)
  openedAt!: Instant;

  @Column({ type: 'text', nullable: true })
  result!: string | null;

  @Column(optionalInstantColumn)
  closedAt!: Instant | null;

  @Column({ type: 'integer' })
  revision!: number;
}
