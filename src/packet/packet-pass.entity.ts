import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Instant, instantColumn, optionalInstantColumn } from '../platform/index.js';

/** 从略: an office lets a place of the packet stand as it is; the document says why and which post agreed. */
@Entity('packet_pass')
export class PacketPass {
  @PrimaryColumn({ type: 'varchar' })
  id!: string;

  @Column({ type: 'varchar' })
  compilationId!: string;

  /** A place of {@link findUnfinished}: `section:background`, `indicator:…`. */
  @Column({ type: 'text' })
  place!: string;

  @Column({ type: 'text' })
  reason!: string;

  /** 职务 of who agreed. */
  @Column({ type: 'text' })
  post!: string;

  @Column({ type: 'text' })
  recordedBy!: string;

  @Column(instantColumn)
  recordedAt!: Instant;

  @Column(optionalInstantColumn)
  withdrawnAt!: Instant | null;
}
