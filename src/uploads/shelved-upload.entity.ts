import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Instant, instantColumn } from '../platform/index.js';

/** A file that somebody looks at and has not taken yet. */
@Entity('shelved_upload')
export class ShelvedUpload {
  @PrimaryColumn({ type: 'varchar' })
  id!: string;

  /** The account that sent it. */
  @Column({ type: 'text' })
  owner!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  mediaType!: string;

  /** Base64: what stands for bytes differs between the databases. */
  @Column({ type: 'text' })
  content!: string;

  /** How many the content stands for. */
  @Column({ type: 'integer' })
  bytes!: number;

  @Column(instantColumn)
  keptAt!: Instant;
}
