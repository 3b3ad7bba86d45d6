import { Injectable } from '@nestjs/common';
import { CalendarShelf, parseHolidayYear } from '../calendar/index.js';
import { Acts } from '../engine/index.js';
import { type Actor, canonicalJson, sha256 } from '../platform/index.js';
import { findDeadlines } from './compilation.repository.js';
import { DeadlineFollowers } from './deadline-followers.js';
import { moveDeadline } from './move-deadline.js';

export interface HolidaysEntered {
  year: number;
  /** Titles of the deadlines that fall on another day by the year as entered. */
  moved: string[];
}

/**
 * Enters or corrects one year of the State Council's calendar. The calendar belongs to the house; the deadlines of
 * the compilation in which it is entered are dated anew at once, those of others when they are next confirmed.
 */
@Injectable()
export class EnterHolidaysUseCase {
  constructor(
    private readonly acts: Acts,
    private readonly shelf: CalendarShelf,
    private readonly followers: DeadlineFollowers,
  ) {}

  /** @param input `{year, source, off: [{from, to, name}], makeUpWorkdays: [date]}` @throws InvalidHolidayYear */
  async execute(compilationId: string, actor: Actor, input: unknown): Promise<HolidaysEntered> {
    const holidays = parseHolidayYear(input);
    return this.acts.perform({ compilationId, actor, type: 'calendar.yearEntered' }, async (act) => {
      await this.shelf.store(act.tx, holidays);
      const calendar = await this.shelf.load(act.tx);
      const moved: string[] = [];
      for (const deadline of await findDeadlines(act.tx, compilationId)) {
        if (await moveDeadline(act, deadline, deadline.rule, calendar, this.followers))
          moved.push(deadline.title);
      }
      act.note({ year: holidays.year, digest: sha256(canonicalJson(holidays)), moved });
      return { year: holidays.year, moved };
    });
  }
}
