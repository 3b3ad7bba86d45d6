import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type HolidayYear, parseHolidayYear, WorkingCalendar } from '../../src/calendar/index.js';

const folder = join(import.meta.dirname, '..', '..', 'seeds', 'holidays');

/** Every year shipped in seeds/holidays, oldest first. */
export function seededHolidayYears(): HolidayYear[] {
  const files = readdirSync(folder).sort();
  return files.map((file) => parseHolidayYear(JSON.parse(readFileSync(join(folder, file), 'utf8'))));
}

/** The calendar a fresh database has. */
export function seededCalendar(): WorkingCalendar {
  return new WorkingCalendar(seededHolidayYears());
}
