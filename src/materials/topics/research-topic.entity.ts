import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 课题: one entry of the catalogue that is annexed to the notice. */
@Entity('research_topic')
export class ResearchTopic {
  @PrimaryColumn({ type: 'varchar' })
  id!: string;

  @Column({ type: 'varchar' })
  compilationId!: string;

  @Column({ type: 'integer' })
  number!: number;

  @Column({ type: 'text' })
  title!: string;

  /** The bracketed note of the catalogue: what the topic is meant to cover. */
  @Column({ type: 'text' })
  scope!: string;
}
