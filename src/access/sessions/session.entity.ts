import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Instant, instantColumn, optionalInstantColumn } from '../../platform/index.js';

/** secondFactor: the password was right, the code is still to come; it may do nothing else. */
export type SessionKind = 'account' | 'secondFactor' | 'unit' | 'expert';

/** Somebody who is inside. Kept in the database, so that ending it takes effect at once everywhere. */
@Entity('session')
export class Session {
  @PrimaryColumn({ type: 'varchar' })
  id!: string;

  @Column({ type: 'text' })
  tokenHash!: string;

  @Column({ type: 'text' })
  kind!: SessionKind;

  @Column({ type: 'varchar', nullable: true })
  accountId!: string | null;

  @Column({ type: 'varchar', nullable: true })
  compilationId!: string | null;

  /** The obligation of a unit or the invitation of an expert: all that the session opens. */
  @Column({ type: 'varchar', nullable: true })
  aboutId!: string | null;

  /** The unit or the expert. */
  @Column({ type: 'varchar', nullable: true })
  partyId!: string | null;

  @Column({ type: 'text' })
  name!: string;

  @Column(instantColumn)
  createdAt!: Instant;

  @Column(instantColumn)
  lastSeenAt!: Instant;

  @Column(optionalInstantColumn)
  endedAt!: Instant | null;
}
