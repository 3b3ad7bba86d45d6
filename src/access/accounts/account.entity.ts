import { Column, Entity, PrimaryColumn } from 'typeorm';
import {
  type Instant,
  instantColumn,
  jsonColumn,
  optionalInstantColumn,
  type StaffRole,
} from '../../platform/index.js';

/** A post of the secretariat, not a person: the ledger names it, and ledgers hold no personal data. */
@Entity('account')
export class Account {
  @PrimaryColumn({ type: 'varchar' })
  id!: string;

  /** Lower-case letters, digits, hyphens: `office-1`. It is the actor's id in the ledger and never changes. */
  @Column({ type: 'text' })
  signInName!: string;

  /** 经办一岗 */
  @Column({ type: 'text' })
  name!: string;

  /** Argon2id in PHC notation; null until the post has set one by its link. */
  @Column({ type: 'text', nullable: true })
  passwordHash!: string | null;

  @Column({ type: 'text', nullable: true })
  totpSecret!: string | null;

  @Column(optionalInstantColumn)
  totpConfirmedAt!: Instant | null;

  /** RFC 6238, 5.2: a code is accepted once. */
  @Column({ type: 'integer', nullable: true })
  totpLastStep!: number | null;

  @Column(optionalInstantColumn)
  disabledAt!: Instant | null;

  @Column(instantColumn)
  createdAt!: Instant;

  @Column({ type: 'integer' })
  revision!: number;
}

@Entity('role_grant')
export class RoleGrant {
  @PrimaryColumn({ type: 'varchar' })
  id!: string;

  @Column({ type: 'varchar' })
  accountId!: string;

  @Column({ type: 'varchar' })
  compilationId!: string;

  @Column({ type: 'text' })
  role!: StaffRole;

  @Column(instantColumn)
  grantedAt!: Instant;
}

/** firstAdministrator: makes the first account; setPassword: for a new post; signIn: of a demonstration only. */
export type OneTimePurpose = 'firstAdministrator' | 'setPassword' | 'signIn';

/** A link that works once. Only the token's hash is kept. */
@Entity('one_time_link')
export class OneTimeLink {
  @PrimaryColumn({ type: 'varchar' })
  id!: string;

  @Column({ type: 'text' })
  tokenHash!: string;

  @Column({ type: 'text' })
  purpose!: OneTimePurpose;

  @Column({ type: 'varchar', nullable: true })
  accountId!: string | null;

  @Column(instantColumn)
  createdAt!: Instant;

  @Column(instantColumn)
  expiresAt!: Instant;

  @Column(optionalInstantColumn)
  usedAt!: Instant | null;
}

export type TokenScope = 'read' | 'write';

/** For programs: acts as its account, within its scopes. */
@Entity('personal_token')
export class PersonalToken {
  @PrimaryColumn({ type: 'varchar' })
  id!: string;

  @Column({ type: 'varchar' })
  accountId!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  tokenHash!: string;

  @Column(jsonColumn)
  scopes!: TokenScope[];

  @Column(instantColumn)
  createdAt!: Instant;

  @Column(optionalInstantColumn)
  lastUsedAt!: Instant | null;

  @Column(optionalInstantColumn)
  revokedAt!: Instant | null;
}
