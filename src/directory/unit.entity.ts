import { Column, Entity, PrimaryColumn } from 'typeorm';
import { jsonColumn } from '../platform/index.js';
import { type DistrictCode, type UnitCategory } from './roster/index.js';

/** 单位: one of the addressees of the notice. The roster is one for all compilations. */
@Entity('unit')
export class Unit {
  @PrimaryColumn({ type: 'varchar' })
  id!: string;

  /** A stable slug; import files and seeds know the unit by it. */
  @Column({ type: 'varchar' })
  key!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  shortName!: string;

  @Column({ type: 'text' })
  category!: UnitCategory;

  @Column(jsonColumn)
  aliases!: string[];

  /** GB/T 2260, for district offices only. */
  @Column({ type: 'text', nullable: true })
  districtCode!: DistrictCode | null;

  @Column({ type: 'text' })
  remark!: string;

  /** Made up for demonstration; no real body bears the name. */
  @Column({ type: 'boolean' })
  demonstration!: boolean;

  @Column({ type: 'integer' })
  revision!: number;
}

export type ContactRole = 'liaison' | 'leader';

/** A post of a unit that is written to: the liaison (联络员), and the leader (分管负责人) only when the unit is late. */
@Entity('contact')
export class Contact {
  @PrimaryColumn({ type: 'varchar' })
  id!: string;

  @Column({ type: 'varchar' })
  unitId!: string;

  @Column({ type: 'text' })
  role!: ContactRole;

  /** The post, not a person: 联络员. */
  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  address!: string;
}
