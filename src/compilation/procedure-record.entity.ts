import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Instant, instantColumn, jsonColumn, type JsonObject } from '../platform/index.js';

/** One formality on file: an evaluation, a review by another office, a report, a decision from above. */
@Entity('procedure_record')
export class ProcedureRecord {
  @PrimaryColumn({ type: 'varchar' })
  id!: string;

  @Column({ type: 'varchar' })
  compilationId!: string;

  @Column({ type: 'text' })
  kind!: string;

  @Column(jsonColumn)
  content!: JsonObject;

  /** Digest of the scanned document in the file store, if one was handed in. */
  @Column({ type: 'text', nullable: true })
  fileDigest!: string | null;

  @Column(instantColumn)
  recordedAt!: Instant;

  @Column({ type: 'text' })
  recordedBy!: string;
}
