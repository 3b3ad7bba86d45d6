import { Column, Entity, PrimaryColumn } from 'typeorm';
import {
  type Instant,
  instantColumn,
  jsonColumn,
  optionalInstantColumn,
  optionalJsonColumn,
} from '../platform/index.js';
import { type MeetingKind } from './meeting-kinds.js';

export interface DissentingView {
  holder: string;
  view: string;
}

/**
 * What 《重大行政决策程序暂行条例》第三十条 wants in the record: the members speak fully, the head speaks last and,
 * deciding against the majority, says why; different views are recorded as they were.
 */
export interface MinutesContent {
  discussion: string;
  /** What the head said, last; empty for an expert meeting. */
  headStatement: string;
  /** Why the head decided otherwise than most members; empty when that was not so. */
  differenceReason: string;
  dissentingViews: DissentingView[];
}

/** 专家论证会 or 领导小组全体会议: one a round. */
@Entity('meeting')
export class Meeting {
  @PrimaryColumn({ type: 'varchar' })
  id!: string;

  @Column({ type: 'varchar' })
  compilationId!: string;

  @Column({ type: 'text' })
  kind!: MeetingKind;

  /** From 1; the round begins when the meeting is convened. */
  @Column({ type: 'integer' })
  round!: number;

  @Column(instantColumn)
  startsAt!: Instant;

  @Column(instantColumn)
  endsAt!: Instant;

  @Column({ type: 'text' })
  place!: string;

  @Column(jsonColumn)
  agenda!: string[];

  /** The frozen revision that is discussed; known when the meeting is convened. */
  @Column({ type: 'varchar', nullable: true })
  draftVersionId!: string | null;

  /** SEQUENCE of the calendar entry: grows when a convened meeting is moved, so that calendars replace theirs. */
  @Column({ type: 'integer' })
  invitationSequence!: number;

  /** When the meeting was convened: the invitations went out, and the material with them. */
  @Column(optionalInstantColumn)
  materialsSentAt!: Instant | null;

  @Column(optionalInstantColumn)
  heldAt!: Instant | null;

  @Column({ type: 'text', nullable: true })
  conclusion!: string | null;

  @Column(optionalInstantColumn)
  concludedAt!: Instant | null;

  @Column(optionalJsonColumn)
  minutes!: MinutesContent | null;

  @Column({ type: 'integer' })
  revision!: number;
}
