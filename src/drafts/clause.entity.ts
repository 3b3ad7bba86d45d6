import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Instant, instantColumn, jsonColumn } from '../platform/index.js';
import { type ClauseItem, type ClauseKind, type ClauseLevel, type Responsibility } from './text/index.js';

/** 条款: one clause as it reads in one revision. `clauseId` is the clause itself, whatever its number and wording. */
@Entity('clause')
export class Clause {
  @PrimaryColumn({ type: 'varchar' })
  id!: string;

  @Column({ type: 'varchar' })
  draftVersionId!: string;

  /** Survives renumbering, moving and rewording from revision to revision. */
  @Column({ type: 'varchar' })
  clauseId!: string;

  @Column({ type: 'varchar', nullable: true })
  parentClauseId!: string | null;

  /** Document order, from 0; parents before their children. */
  @Column({ type: 'integer' })
  position!: number;

  @Column({ type: 'text' })
  kind!: ClauseKind;

  @Column({ type: 'integer' })
  level!: ClauseLevel;

  @Column(jsonColumn)
  numberPath!: number[];

  /** 二、（五） */
  @Column({ type: 'text' })
  label!: string;

  @Column({ type: 'text' })
  title!: string;

  @Column({ type: 'text' })
  titleStop!: string;

  @Column({ type: 'boolean' })
  runIn!: boolean;

  @Column({ type: 'text' })
  body!: string;

  @Column(jsonColumn)
  items!: ClauseItem[];

  @Column(jsonColumn)
  responsibilities!: Responsibility[];

  /** For optimistic concurrency of direct edits. */
  @Column({ type: 'integer' })
  revision!: number;
}

export const traceKinds = [
  'submission',
  'visit',
  'opinion',
  'expertPoint',
  'plenaryPoint',
  'municipalPoint',
] as const;
export type TraceKind = (typeof traceKinds)[number];

/** What a clause came from. It holds for this revision and every later one in which the clause still stands. */
@Entity('clause_trace')
export class ClauseTrace {
  @PrimaryColumn({ type: 'varchar' })
  id!: string;

  @Column({ type: 'varchar' })
  compilationId!: string;

  @Column({ type: 'varchar' })
  clauseId!: string;

  /** The revision in which it was recorded. */
  @Column({ type: 'varchar' })
  draftVersionId!: string;

  @Column({ type: 'text' })
  sourceKind!: TraceKind;

  @Column({ type: 'varchar' })
  sourceId!: string;

  @Column(instantColumn)
  recordedAt!: Instant;
}
