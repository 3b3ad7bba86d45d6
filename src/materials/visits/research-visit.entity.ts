import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type CalendarDate } from '../../calendar/index.js';
import { type Instant, instantColumn, jsonColumn } from '../../platform/index.js';

export type VisitKind = 'industry' | 'district' | 'enterprise';

/** 调研走访: one visit of an industry, a district or an enterprise, and the clauses that it led to (通知四、（一）2). */
@Entity('research_visit')
export class ResearchVisit {
  @PrimaryColumn({ type: 'varchar' })
  id!: string;

  @Column({ type: 'varchar' })
  compilationId!: string;

  @Column({ type: 'text' })
  kind!: VisitKind;

  @Column({ type: 'text' })
  place!: string;

  @Column({ type: 'text' })
  visitedOn!: CalendarDate;

  /** Organisations that received the visitors, not persons. */
  @Column(jsonColumn)
  hosts!: string[];

  @Column({ type: 'text' })
  findings!: string;

  /** Ids of the clauses that use the findings; clauses keep their ids from version to version. */
  @Column(jsonColumn)
  usedIn!: string[];

  @Column(instantColumn)
  loggedAt!: Instant;

  @Column({ type: 'text' })
  loggedBy!: string;

  @Column({ type: 'integer' })
  revision!: number;
}
