import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Instant, instantColumn } from '../platform/index.js';

/** What a person said the columns of a table are; found again by the table's headings. */
@Entity('sheet_choice')
export class RememberedChoice {
  @PrimaryColumn({ type: 'varchar' })
  id!: string;

  @Column({ type: 'varchar' })
  compilationId!: string;

  /** Of {@link TableKind}. */
  @Column({ type: 'text' })
  kind!: string;

  @Column({ type: 'text' })
  fingerprint!: string;

  /** `content=B,proposer=-`, as the command line writes it. */
  @Column({ type: 'text' })
  columns!: string;

  @Column(instantColumn)
  chosenAt!: Instant;
}
