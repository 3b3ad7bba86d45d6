import { Column, Entity, PrimaryColumn } from 'typeorm';
import { jsonColumn } from '../platform/index.js';
import { type HolidayYear } from './holiday-year.js';

/** One year of the State Council's calendar, as the secretariat entered it. */
@Entity('holiday_year')
export class StoredHolidayYear {
  @PrimaryColumn({ type: 'integer' })
  year!: number;

  @Column(jsonColumn)
  holidays!: HolidayYear;
}
