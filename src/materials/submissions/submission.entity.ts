import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Instant, instantColumn, jsonColumn, optionalInstantColumn } from '../../platform/index.js';
import { type MaterialContent, type MaterialForm } from '../content/index.js';

/**
 * 报送材料: one version of what a unit hands in. Handing in freezes it; after a return or a withdrawal the unit
 * writes on in a copy, and the frozen version stays as it was certified.
 */
@Entity('submission')
export class Submission {
  @PrimaryColumn({ type: 'varchar' })
  id!: string;

  @Column({ type: 'varchar' })
  compilationId!: string;

  @Column({ type: 'varchar' })
  obligationId!: string;

  @Column({ type: 'varchar' })
  unitId!: string;

  @Column({ type: 'text' })
  form!: MaterialForm;

  /** Counts the versions of one obligation from 1. */
  @Column({ type: 'integer' })
  number!: number;

  /** The latest version of its obligation. */
  @Column({ type: 'boolean' })
  current!: boolean;

  @Column(jsonColumn)
  content!: MaterialContent;

  /** The chosen direction as text: a number of the catalogue, or `outside`. */
  @Column({ type: 'text', nullable: true })
  topic!: string | null;

  /** Length of the written parts in 字. */
  @Column({ type: 'integer' })
  characters!: number;

  @Column({ type: 'integer' })
  indicatorCount!: number;

  @Column(instantColumn)
  savedAt!: Instant;

  /** Null while it is being written. */
  @Column(optionalInstantColumn)
  frozenAt!: Instant | null;

  @Column({ type: 'text', nullable: true })
  sha256!: string | null;

  @Column({ type: 'text', nullable: true })
  sm3!: string | null;

  /** Grows with every saving and runs on from version to version of one obligation. */
  @Column({ type: 'integer' })
  revision!: number;
}

export type SubmissionFileKind = 'material' | 'coverLetter';

/** A file that belongs to one version: the material as a document, or the scan of its stamped cover letter. */
@Entity('submission_file')
export class SubmissionFile {
  @PrimaryColumn({ type: 'varchar' })
  id!: string;

  @Column({ type: 'varchar' })
  submissionId!: string;

  @Column({ type: 'text' })
  kind!: SubmissionFileKind;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  mediaType!: string;

  /** In bytes. */
  @Column({ type: 'integer' })
  size!: number;

  @Column({ type: 'text' })
  sha256!: string;

  @Column({ type: 'text' })
  sm3!: string;

  @Column(instantColumn)
  uploadedAt!: Instant;
}
