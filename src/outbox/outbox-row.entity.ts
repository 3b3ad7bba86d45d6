import { Column, Entity, PrimaryColumn } from 'typeorm';
import {
  type Instant,
  instantColumn,
  jsonColumn,
  type JsonObject,
  optionalInstantColumn,
} from '../platform/index.js';

/**
 * ready: waits for its instant; held: its compilation is suspended; running: a worker has it until its lease ends;
 * done, lapsed (no longer applied when due), failed (gave up; a person can resend it).
 */
export type JobState = 'ready' | 'held' | 'running' | 'done' | 'lapsed' | 'failed';

/** One effect that waits to happen: a mail, a timer, a document. */
@Entity('outbox')
export class OutboxRow {
  @PrimaryColumn({ type: 'varchar' })
  id!: string;

  @Column({ type: 'varchar', nullable: true })
  compilationId!: string | null;

  @Column({ type: 'text' })
  kind!: string;

  /** Makes asking twice harmless: the second row of a key is not written. */
  @Column({ type: 'text' })
  uniqueKey!: string;

  @Column(jsonColumn)
  payload!: JsonObject;

  @Column({ type: 'text' })
  state!: JobState;

  @Column(instantColumn)
  dueAt!: Instant;

  @Column({ type: 'integer' })
  attempts!: number;

  @Column(optionalInstantColumn)
  leaseUntil!: Instant | null;

  @Column({ type: 'varchar', nullable: true })
  leaseToken!: string | null;

  @Column({ type: 'text', nullable: true })
  lastError!: string | null;

  @Column(instantColumn)
  createdAt!: Instant;

  @Column(optionalInstantColumn)
  finishedAt!: Instant | null;
}
