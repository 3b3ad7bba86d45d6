import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Instant, instantColumn, optionalInstantColumn } from '../platform/index.js';

/** requested: its sources are frozen; built: the archive is in the file store; sealed: it went to the government. */
export type PacketState = 'requested' | 'built' | 'sealed';

/** One packet as it was asked for at a ledger position. */
@Entity('packet_build')
export class PacketBuild {
  @PrimaryColumn({ type: 'varchar' })
  id!: string;

  @Column({ type: 'varchar' })
  compilationId!: string;

  /** The entry of the request; everything in the packet stands as it did there. */
  @Column({ type: 'integer' })
  ledgerSeq!: number;

  /** The instant of that entry, which dates every file in the packet. */
  @Column(instantColumn)
  asOf!: Instant;

  @Column({ type: 'varchar' })
  draftVersionId!: string;

  /** Digest of the frozen sources in the file store. */
  @Column({ type: 'text' })
  sourcesDigest!: string;

  @Column({ type: 'text' })
  state!: PacketState;

  @Column({ type: 'text', nullable: true })
  sha256!: string | null;

  @Column({ type: 'text', nullable: true })
  sm3!: string | null;

  @Column({ type: 'integer', nullable: true })
  sizeBytes!: number | null;

  @Column(optionalInstantColumn)
  builtAt!: Instant | null;

  @Column({ type: 'integer' })
  revision!: number;
}
