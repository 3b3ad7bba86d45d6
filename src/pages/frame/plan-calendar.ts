import { Injectable } from '@nestjs/common';
import { CalendarShelf, type WorkingCalendar } from '../../calendar/index.js';
import { Database } from '../../platform/index.js';

/** The working days of the years that are entered. */
@Injectable()
export class PlanCalendar {
  constructor(
    private readonly database: Database,
    private readonly shelf: CalendarShelf,
  ) {}

  load(): Promise<WorkingCalendar> {
    return this.database.read((reader) => this.shelf.load(reader));
  }
}
