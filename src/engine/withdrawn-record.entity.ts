import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Instant, instantColumn, jsonColumn, type JsonObject } from '../platform/index.js';

/** A record that was taken back: as it stood, why, when and by whom. Nothing reads it but whoever asks what was there. */
@Entity('withdrawn_record')
export class WithdrawnRecord {
  /** Of the record itself. */
  @PrimaryColumn({ type: 'varchar' })
  id!: string;

  @Column({ type: 'varchar' })
  compilationId!: string;

  /** The table that it was taken out of. */
  @Column({ type: 'text' })
  kind!: string;

  @Column(jsonColumn)
  content!: JsonObject;

  @Column({ type: 'text' })
  reason!: string;

  @Column(instantColumn)
  withdrawnAt!: Instant;

  @Column({ type: 'text' })
  withdrawnBy!: string;
}
