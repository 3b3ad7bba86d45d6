import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import {
  calendarDateSchema,
  CalendarShelf,
  type DeadlineRule,
  deadlineRuleSchema,
  daysBetween,
  formatDate,
  formatDeadline,
  shiftRule,
} from '../calendar/index.js';
import { type Act, type ActOrder, Acts } from '../engine/index.js';
import { type Actor, beganInput, lineInput, parseInput, requireBegan } from '../platform/index.js';
import { checkChange } from './check-changes.js';
import { Compilation, type Deadline } from './compilation.entity.js';
import { findCompilation, findDeadlines } from './compilation.repository.js';
import { DeadlineFollowers } from './deadline-followers.js';
import { deadlinesContent, timelineContent } from './edited-content.js';
import { previewTimeline, type TimelinePreview } from './preview-timeline.js';
import { setDeadline } from './set-deadlines.js';
import { timelinePlan } from './timeline-plan.js';
import { AlreadyStarted } from './timeline.errors.js';

export const rescheduleSchema = z.object({
  reason: lineInput(),
  /**
   * New rules by key; the rule as it stands confirms a date unchanged (needed after a suspension), that of a key
   * the plan must have and lacks enters it, and null removes a key the plan does not know.
   */
  deadlines: z
    .record(z.string(), deadlineRuleSchema.nullable())
    .refine((all) => Object.keys(all).length > 0, { error: '至少写明一项期限' }),
  began: beganInput,
});
export const shiftSchema = z.object({ firstDay: calendarDateSchema, began: beganInput });

/** What the law only asks in general and the dates as moved do not keep, in sentences. */
export interface Rescheduled {
  warnings: string[];
}
type Change = (act: Act) => Promise<Rescheduled>;

/** Moves dates of the timeline: each moved deadline gets a new revision, and what hangs on it follows. */
@Injectable()
export class RescheduleDeadlinesUseCase {
  constructor(
    private readonly acts: Acts,
    private readonly shelf: CalendarShelf,
    private readonly followers: DeadlineFollowers,
  ) {}

  /** @throws TimelineContradicts, DeadlineMovedIntoPast */
  async execute(compilationId: string, actor: Actor, input: unknown): Promise<Rescheduled> {
    const order = { compilationId, actor, type: 'timeline.rescheduled' };
    return this.acts.perform(order, this.rescheduling(input));
  }

  /** What {@link execute} would do, without doing it. Refused like it. */
  async preview(compilationId: string, actor: Actor, input: unknown): Promise<TimelinePreview> {
    const order = { compilationId, actor, type: 'timeline.rescheduled' };
    return previewTimeline(this.acts, order, this.rescheduling(input));
  }

  /** Shifts a prepared timeline to another first day, all dates by the same number of days. */
  async shift(compilationId: string, actor: Actor, input: unknown): Promise<Rescheduled> {
    return this.acts.perform(this.shiftOrder(compilationId, actor), this.shifting(input));
  }

  async previewShift(compilationId: string, actor: Actor, input: unknown): Promise<TimelinePreview> {
    return previewTimeline(this.acts, this.shiftOrder(compilationId, actor), this.shifting(input));
  }

  private shiftOrder(compilationId: string, actor: Actor): ActOrder {
    return { compilationId, actor, type: 'timeline.shifted' };
  }

  private rescheduling(input: unknown): Change {
    const { reason, deadlines, began } = parseInput(rescheduleSchema, input);
    const keys = Object.keys(deadlines);
    return async (act) => {
      const stored = await findDeadlines(act.tx, act.compilationId);
      requireBegan(began, deadlinesContent(stored, keys), '期限', standingOf(stored, keys));
      const warnings = await this.setAll(act, Object.entries(deadlines));
      act.note({ reason, keys });
      return { warnings };
    };
  }

  private shifting(input: unknown): Change {
    const { firstDay, began } = parseInput(shiftSchema, input);
    return async (act) => {
      const compilation = await findCompilation(act.tx, act.compilationId);
      if (compilation.startedAt !== null) throw new AlreadyStarted();
      const days = daysBetween(compilation.firstDay, firstDay);
      const all = await findDeadlines(act.tx, act.compilationId);
      requireBegan(began, timelineContent(all), '各项期限', `首日为${formatDate(compilation.firstDay)}`);
      const warnings = await this.setAll(
        act,
        all.map(({ key, rule }) => [key, shiftRule(rule, days)]),
      );
      await act.tx.update(Compilation, { id: act.compilationId }, { firstDay });
      act.note({ firstDay, days });
      return { warnings };
    };
  }

  /** All of them, and then whether they go together: each alone may have to pass another on its way. */
  private async setAll(act: Act, rules: [string, DeadlineRule | null][]): Promise<string[]> {
    const { tx, compilationId, now } = act;
    const timeline = await timelinePlan(tx, compilationId);
    const calendar = await this.shelf.load(tx);
    const { decisionCatalogued } = await findCompilation(tx, compilationId);
    const before = await findDeadlines(tx, compilationId);
    for (const [key, rule] of rules) {
      await setDeadline(act, key, rule, { timeline, calendar, followers: this.followers });
    }
    const after = await findDeadlines(tx, compilationId);
    return checkChange({ before, after, now }, { timeline, calendar, decisionCatalogued });
  }
}

/** The dates that were to be changed, as they stand. */
function standingOf(stored: readonly Deadline[], keys: readonly string[]): string {
  const lines = stored.filter(({ key }) => keys.includes(key));
  const texts = lines.map(({ title, nominal, effectiveAt }) => {
    return `“${title}”为${formatDeadline({ nominal, effective: effectiveAt }, 'anyone')}`;
  });
  return texts.length === 0 ? '该项期限尚未确定' : texts.join('，');
}
