import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Instant, instantColumn, optionalInstantColumn } from '../../platform/index.js';

/** Six digits mailed to the registered contact: proves that whoever hands in reads the unit's mail. */
@Entity('mailed_code')
export class MailedCode {
  @PrimaryColumn({ type: 'varchar' })
  id!: string;

  @Column({ type: 'varchar' })
  sessionId!: string;

  /** What the code is good for, and nothing else. */
  @Column({ type: 'text' })
  purpose!: string;

  @Column({ type: 'text' })
  codeHash!: string;

  @Column({ type: 'integer' })
  tries!: number;

  @Column(instantColumn)
  sentAt!: Instant;

  @Column(optionalInstantColumn)
  usedAt!: Instant | null;
}
