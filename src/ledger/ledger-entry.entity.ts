import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Instant, instantColumn } from '../platform/index.js';

/** One act. `payload` stays the canonical text that was hashed. */
@Entity('ledger_entry')
export class LedgerEntry {
  @PrimaryColumn({ type: 'varchar' })
  id!: string;

  @Column({ type: 'varchar' })
  compilationId!: string;

  /** Counts from 1 without gaps inside one compilation. */
  @Column({ type: 'integer' })
  seq!: number;

  @Column(instantColumn)
  at!: Instant;

  @Column({ type: 'text' })
  actor!: string;

  @Column({ type: 'text' })
  type!: string;

  @Column({ type: 'text' })
  payload!: string;

  @Column({ type: 'text' })
  prevHash!: string;

  @Column({ type: 'text' })
  hash!: string;
}

/** The end of a compilation's chain; locking this row puts the acts of one compilation in order. */
@Entity('ledger_head')
export class LedgerHead {
  @PrimaryColumn({ type: 'varchar' })
  compilationId!: string;

  @Column({ type: 'integer' })
  seq!: number;

  @Column({ type: 'text' })
  hash!: string;

  @Column({ type: 'text' })
  algorithm!: 'sha256' | 'sm3';
}
