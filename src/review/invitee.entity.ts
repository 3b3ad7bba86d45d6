import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type Instant, optionalInstantColumn } from '../platform/index.js';
import { type Conclusion } from './meeting-kinds.js';

/** none: may take part in the conclusion; direct: 有直接利害关系, is recused (应当回避). */
export type ConflictDeclaration = 'none' | 'direct';

/** Who is invited to a meeting: an expert, or an organisation of the leading group. */
@Entity('invitee')
export class Invitee {
  @PrimaryColumn({ type: 'varchar' })
  id!: string;

  @Column({ type: 'varchar' })
  compilationId!: string;

  @Column({ type: 'varchar' })
  meetingId!: string;

  /** Id of the expert or of the leading group's member in the directory. */
  @Column({ type: 'varchar' })
  partyId!: string;

  @Column({ type: 'integer' })
  position!: number;

  /** An expert's name, or the post that an organisation sends. */
  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  organisation!: string;

  @Column({ type: 'text' })
  address!: string;

  @Column({ type: 'text', nullable: true })
  response!: 'accepted' | 'declined' | null;

  @Column(optionalInstantColumn)
  respondedAt!: Instant | null;

  @Column({ type: 'boolean' })
  present!: boolean;

  @Column({ type: 'text', nullable: true })
  conflict!: ConflictDeclaration | null;

  @Column({ type: 'text' })
  conflictNote!: string;

  @Column(optionalInstantColumn)
  conflictDeclaredAt!: Instant | null;

  /** 书面论证意见: the conclusion the expert recommends, and the reasons. */
  @Column({ type: 'text', nullable: true })
  recommendation!: Conclusion | null;

  @Column({ type: 'text' })
  writtenOpinion!: string;

  @Column({ type: 'integer' })
  revision!: number;
}

/** Of somebody who was just invited. */
export const notYetAnswered = {
  response: null,
  respondedAt: null,
  present: false,
  conflict: null,
  conflictNote: '',
  conflictDeclaredAt: null,
  recommendation: null,
  writtenOpinion: '',
  revision: 1,
};
