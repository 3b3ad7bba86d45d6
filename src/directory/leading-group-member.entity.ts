import { Column, Entity, PrimaryColumn } from 'typeorm';

export type LeadingGroupRole = 'chair' | 'executiveDeputyChair' | 'deputyChair' | 'member';

/** 市质量工作领导小组: who sits in the plenary, by organisation and post. */
@Entity('leading_group_member')
export class LeadingGroupMember {
  @PrimaryColumn({ type: 'varchar' })
  id!: string;

  @Column({ type: 'varchar' })
  key!: string;

  @Column({ type: 'text' })
  organisation!: string;

  /** The unit of the roster that the seat belongs to; the chairs belong to none. */
  @Column({ type: 'varchar', nullable: true })
  unitId!: string | null;

  @Column({ type: 'text' })
  post!: string;

  @Column({ type: 'text' })
  role!: LeadingGroupRole;

  @Column({ type: 'text' })
  address!: string;
}
