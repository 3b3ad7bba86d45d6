import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Instant, instantColumn, optionalInstantColumn } from '../platform/index.js';

/** 签署: binds a person, the digest of what was signed, an instant, and a mailed code or a scanned signed sheet. */
@Entity('signature')
export class Signature {
  @PrimaryColumn({ type: 'varchar' })
  id!: string;

  @Column({ type: 'varchar' })
  compilationId!: string;

  @Column({ type: 'varchar' })
  inviteeId!: string;

  @Column({ type: 'text' })
  method!: 'code' | 'scan';

  /** SHA-256 of the written opinion with its points; another content is not what was signed. */
  @Column({ type: 'text' })
  contentDigest!: string;

  @Column({ type: 'varchar', nullable: true })
  signingCodeId!: string | null;

  /** Digest of the scanned sheet in the file store. */
  @Column({ type: 'text', nullable: true })
  fileDigest!: string | null;

  @Column(instantColumn)
  signedAt!: Instant;

  @Column(optionalInstantColumn)
  voidedAt!: Instant | null;
}

/** A six-digit code that was mailed to whoever signs. The code itself is not kept, only its hash. */
@Entity('signing_code')
export class SigningCode {
  @PrimaryColumn({ type: 'varchar' })
  id!: string;

  @Column({ type: 'varchar' })
  compilationId!: string;

  @Column({ type: 'varchar' })
  inviteeId!: string;

  @Column({ type: 'text' })
  contentDigest!: string;

  @Column({ type: 'text' })
  codeHash!: string;

  @Column(instantColumn)
  requestedAt!: Instant;

  @Column(instantColumn)
  expiresAt!: Instant;

  /** Wrong codes entered so far. */
  @Column({ type: 'integer' })
  failedAttempts!: number;

  @Column(optionalInstantColumn)
  usedAt!: Instant | null;
}
