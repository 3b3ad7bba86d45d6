import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Instant, instantColumn } from '../../platform/index.js';

/** One key of one actor: what was asked under it, what its transactions gave, and how it was answered. */
@Entity('request_key')
export class RequestKey {
  /** Derived from actor and key, from which neither can be read. */
  @PrimaryColumn({ type: 'varchar' })
  id!: string;

  /** Of the attempt that began it: two processes may be asked at the same moment. */
  @Column({ type: 'text' })
  owner!: string;

  /** SHA-256 of what was asked. */
  @Column({ type: 'text' })
  digest!: string;

  /** Of each transaction, sealed: they may hold links and names. */
  @Column({ type: 'text' })
  results!: string;

  /** Sealed; null while it is being answered, or when the process died before it had answered. */
  @Column({ type: 'text', nullable: true })
  answer!: string | null;

  @Column(instantColumn)
  createdAt!: Instant;
}
