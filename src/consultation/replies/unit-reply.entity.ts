import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Instant, instantColumn } from '../../platform/index.js';

/** 回函: a unit's answer to the written consultation. “无意见” is an answer; no answer is not. */
@Entity('unit_reply')
export class UnitReply {
  @PrimaryColumn({ type: 'varchar' })
  id!: string;

  @Column({ type: 'varchar' })
  compilationId!: string;

  @Column({ type: 'varchar' })
  obligationId!: string;

  @Column({ type: 'varchar' })
  unitId!: string;

  /** How many opinions it holds; 0 for 无意见. */
  @Column({ type: 'integer' })
  opinions!: number;

  /** SHA-256 over its opinions in their order; that of 无意见 for none. */
  @Column({ type: 'text' })
  digest!: string;

  @Column(instantColumn)
  handedInAt!: Instant;

  @Column({ type: 'integer' })
  revision!: number;
}
