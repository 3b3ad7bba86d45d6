import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Instant, instantColumn } from '../platform/index.js';

/** What a person wrote for one section of the 编制说明; the latest text counts, earlier ones stay on file. */
@Entity('explanation_section')
export class ExplanationSection {
  @PrimaryColumn({ type: 'varchar' })
  id!: string;

  @Column({ type: 'varchar' })
  compilationId!: string;

  @Column({ type: 'text' })
  section!: string;

  @Column({ type: 'text' })
  text!: string;

  @Column(instantColumn)
  writtenAt!: Instant;

  @Column({ type: 'text' })
  writtenBy!: string;
}
