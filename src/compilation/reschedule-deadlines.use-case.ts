import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import {
  calendarDateSchema,
  CalendarShelf,
  type DeadlineRule,
  deadlineRuleSchema,
  daysBetween,
  shiftRule,
} from '../calendar/index.js';
import { type Act, Acts } from '../engine/index.js';
import { type Actor, lineInput, parseInput, Refusal } from '../platform/index.js';
import { Compilation, Deadline } from './compilation.entity.js';
import { findCompilation, findDeadline, findDeadlines } from './compilation.repository.js';
import { DeadlineFollowers } from './deadline-followers.js';
import { moveDeadline } from './move-deadline.js';
import { previewTimeline, type TimelinePreview } from './preview-timeline.js';

export class AlreadyStarted extends Refusal {
  constructor() {
    super('already-started', '编制已经启动，不能整体平移；请逐项调整期限并说明事由。', 409);
  }
}

export const rescheduleSchema = z.object({
  reason: lineInput(),
  /** New rules by key; the rule as it stands confirms a date unchanged (needed after a suspension). */
  deadlines: z.record(z.string(), deadlineRuleSchema).refine((all) => Object.keys(all).length > 0, {
    error: '至少写明一项期限',
  }),
});
export const shiftSchema = z.object({ firstDay: calendarDateSchema });

/** Moves dates of the timeline: each moved deadline gets a new revision, and what hangs on it follows. */
@Injectable()
export class RescheduleDeadlinesUseCase {
  constructor(
    private readonly acts: Acts,
    private readonly shelf: CalendarShelf,
    private readonly followers: DeadlineFollowers,
  ) {}

  async execute(compilationId: string, actor: Actor, input: unknown): Promise<void> {
    const order = { compilationId, actor, type: 'timeline.rescheduled' };
    await this.acts.perform(order, this.rescheduling(input));
  }

  /** What {@link execute} would do, without doing it. Refused like it. */
  async preview(compilationId: string, actor: Actor, input: unknown): Promise<TimelinePreview> {
    const order = { compilationId, actor, type: 'timeline.rescheduled' };
    return previewTimeline(this.acts, order, this.rescheduling(input));
  }

  /** Shifts a prepared timeline to another first day, all dates by the same number of days. */
  async shift(compilationId: string, actor: Actor, input: unknown): Promise<void> {
    await this.acts.perform({ compilationId, actor, type: 'timeline.shifted' }, this.shifting(input));
  }

  async previewShift(compilationId: string, actor: Actor, input: unknown): Promise<TimelinePreview> {
    const order = { compilationId, actor, type: 'timeline.shifted' };
    return previewTimeline(this.acts, order, this.shifting(input));
  }

  private rescheduling(input: unknown): (act: Act) => Promise<void> {
    const { reason, deadlines } = parseInput(rescheduleSchema, input);
    return async (act) => {
      for (const [key, rule] of Object.entries(deadlines)) await this.move(act, key, rule);
      act.note({ reason, keys: Object.keys(deadlines) });
    };
  }

  private shifting(input: unknown): (act: Act) => Promise<void> {
    const { firstDay } = parseInput(shiftSchema, input);
    return async (act) => {
      const compilation = await findCompilation(act.tx, act.compilationId);
      if (compilation.startedAt !== null) throw new AlreadyStarted();
      const days = daysBetween(compilation.firstDay, firstDay);
      for (const { key, rule } of await findDeadlines(act.tx, act.compilationId)) {
        await this.move(act, key, shiftRule(rule, days));
      }
      await act.tx.update(Compilation, { id: act.compilationId }, { firstDay });
      act.note({ firstDay, days });
    };
  }

  private async move(act: Act, key: string, rule: DeadlineRule): Promise<void> {
    const deadline = await findDeadline(act.tx, act.compilationId, key);
    const calendar = await this.shelf.load(act.tx);
    if (await moveDeadline(act, deadline, rule, calendar, this.followers)) return;
    await act.tx.update(Deadline, { id: deadline.id }, { confirmedAt: act.now });
  }
}
