import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 专家: someone who may be invited to the expert review. */
@Entity('expert')
export class Expert {
  @PrimaryColumn({ type: 'varchar' })
  id!: string;

  @Column({ type: 'varchar' })
  key!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  institution!: string;

  @Column({ type: 'text' })
  field!: string;

  @Column({ type: 'text' })
  address!: string;
}
