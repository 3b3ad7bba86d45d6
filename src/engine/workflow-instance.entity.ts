import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Instant, instantColumn } from '../platform/index.js';

/** Where one compilation, obligation or opinion stands; its id is the subject's id. */
@Entity('workflow_instance')
export class WorkflowInstance {
  @PrimaryColumn({ type: 'varchar' })
  id!: string;

  @Column({ type: 'varchar' })
  compilationId!: string;

  /** `name@version`: kept until someone migrates it deliberately. */
  @Column({ type: 'text' })
  definition!: string;

  /** Dotted path, e.g. `consulting.publicConsultation.open`. */
  @Column({ type: 'text' })
  state!: string;

  /** Canonical JSON of the persisted snapshot. */
  @Column({ type: 'text' })
  snapshot!: string;

  @Column({ type: 'integer' })
  revision!: number;

  @Column(instantColumn)
  changedAt!: Instant;
}
