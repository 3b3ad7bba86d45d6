import { Injectable } from '@nestjs/common';
import { CalendarShelf, type HolidayYear, parseHolidayYear } from '../calendar/index.js';
import { type Act, type ActOrder, Acts } from '../engine/index.js';
import { type Actor, canonicalJson, requireBegan, sha256, type Stored } from '../platform/index.js';
import { warnOfChange } from './check-changes.js';
import { findCompilation, findDeadlines } from './compilation.repository.js';
import { DeadlineFollowers } from './deadline-followers.js';
import { moveDeadline } from './move-deadline.js';
import { previewTimeline, type TimelinePreview } from './preview-timeline.js';
import { timelinePlan } from './timeline-plan.js';

export interface HolidaysEntered {
  year: number;
  /** Titles of the deadlines that fall on another day by the year as entered. */
  moved: string[];
  /** What the dates as recalculated put against each other, in sentences: a notice is not refused for it. */
  warnings: string[];
}

/** As the form of one year has it; of a year that is not on file nothing. */
export const holidaysContent = (known: HolidayYear | undefined): Stored => ({
  source: known?.source ?? '',
  name: known?.off.map(({ name }) => name) ?? [],
  from: known?.off.map(({ from }) => from) ?? [],
  to: known?.off.map(({ to }) => to) ?? [],
  makeUp: known?.makeUpWorkdays.map(String) ?? [],
});

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

  /**
   * @param input `{year, source, off: [{from, to, name}], makeUpWorkdays: [date]}`
   * @param began the mark of the year that was shown
   * @throws InvalidHolidayYear
   */
  async execute(
    compilationId: string,
    actor: Actor,
    input: unknown,
    began?: string,
  ): Promise<HolidaysEntered> {
    return this.acts.perform(this.order(compilationId, actor), this.entering(input, began));
  }

  /** What {@link execute} would move, without doing it. Refused like it. */
  async preview(
    compilationId: string,
    actor: Actor,
    input: unknown,
    began?: string,
  ): Promise<TimelinePreview> {
    return previewTimeline(this.acts, this.order(compilationId, actor), this.entering(input, began));
  }

  private order(compilationId: string, actor: Actor): ActOrder {
    return { compilationId, actor, type: 'calendar.yearEntered' };
  }

  private entering(input: unknown, began?: string): (act: Act) => Promise<HolidaysEntered> {
    const holidays = parseHolidayYear(input);
    return async (act) => {
      const known = (await this.shelf.years(act.tx)).find(({ year }) => year === holidays.year);
      requireBegan(began, holidaysContent(known), `${holidays.year}年的节假日安排`);
      await this.shelf.store(act.tx, holidays);
      const calendar = await this.shelf.load(act.tx);
      const before = await findDeadlines(act.tx, act.compilationId);
      const moved: string[] = [];
      for (const deadline of before) {
        if (await moveDeadline(act, deadline, deadline.rule, calendar, this.followers))
          moved.push(deadline.title);
      }
      act.note({ year: holidays.year, digest: sha256(canonicalJson(holidays)), moved });
      const after = await findDeadlines(act.tx, act.compilationId);
      const { decisionCatalogued } = await findCompilation(act.tx, act.compilationId);
      const timeline = await timelinePlan(act.tx, act.compilationId);
      const terms = { timeline, calendar, decisionCatalogued };
      return { year: holidays.year, moved, warnings: warnOfChange({ before, after, now: act.now }, terms) };
    };
  }
}
