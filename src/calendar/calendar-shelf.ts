import { type EntityManager } from 'typeorm';
import { type HolidayYear, parseHolidayYear } from './holiday-year.js';
import { StoredHolidayYear } from './holiday-year.entity.js';
import { WorkingCalendar } from './working-calendar.js';

/** Gives the working calendar from the years that are stored; a year that is missing is said when it is needed. */
export class CalendarShelf {
  private known = '';
  private calendar = new WorkingCalendar([]);

  /** As they were entered, the earliest first. */
  async years(reader: EntityManager): Promise<HolidayYear[]> {
    const rows = await reader.find(StoredHolidayYear, { order: { year: 'ASC' } });
    return rows.map((row) => row.holidays);
  }

  async load(reader: EntityManager): Promise<WorkingCalendar> {
    const years = await this.years(reader);
    const text = JSON.stringify(years);
    if (text !== this.known) {
      this.calendar = new WorkingCalendar(years);
      this.known = text;
    }
    return this.calendar;
  }

  /** Enters or corrects one year. @throws InvalidHolidayYear when the year contradicts itself. */
  async store(tx: EntityManager, year: HolidayYear): Promise<void> {
    const holidays = parseHolidayYear(year);
    await tx.delete(StoredHolidayYear, { year: holidays.year });
    await tx.insert(StoredHolidayYear, { year: holidays.year, holidays: holidays as never });
  }
}
