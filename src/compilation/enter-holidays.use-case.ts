import { Injectable } from '@nestjs/common';
import { CalendarShelf, parseHolidayYear } from '../calendar/index.js';
import { type Act, type ActOrder, Acts } from '../engine/index.js';
import { type Actor, canonicalJson, sha256 } from '../platform/index.js';
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
    return this.acts.perform(this.order(compilationId, actor), this.entering(input));
  }

  /** What {@link execute} would move, without doing it. Refused like it. */
  async preview(compilationId: string, actor: Actor, input: unknown): Promise<TimelinePreview> {
    return previewTimeline(this.acts, this.order(compilationId, actor), this.entering(input));
  }

  private order(compilationId: string, actor: Actor): ActOrder {
    return { compilationId, actor, type: 'calendar.yearEntered' };
  }

  private entering(input: unknown): (act: Act) => Promise<HolidaysEntered> {
    const holidays = parseHolidayYear(input);
    return async (act) => {
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
