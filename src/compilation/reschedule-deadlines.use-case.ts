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
import { type Act, defineAct } from '../engine/index.js';
import { beganInput, lineInput, named, requireBegan, secretariat } from '../platform/index.js';
import { checkChange } from './check-changes.js';
import { Compilation, type Deadline } from './compilation.entity.js';
import { findCompilation, findDeadlines } from './compilation.repository.js';
import { DeadlineFollowers } from './deadline-followers.js';
import { deadlinesContent, timelineContent } from './edited-content.js';
import { prepareExample } from './prepare-compilation.example.js';
import { setDeadline } from './set-deadlines.js';
import { timelinePlan } from './timeline-plan.js';
import { AlreadyStarted } from './timeline.errors.js';

/** What the law only asks in general and the dates as moved do not keep, in sentences. */
const rescheduled = z.object({
  warnings: z.array(z.string()).describe('改后不合一般要求、但不妨碍办理的，逐条写明'),
});

const tools = { shelf: CalendarShelf, followers: DeadlineFollowers };
interface Tools {
  shelf: CalendarShelf;
  followers: DeadlineFollowers;
}

/**
 * Moves dates of the timeline: each moved deadline gets a new revision, and what hangs on it follows.
 * @throws TimelineContradicts, DeadlineMovedIntoPast
 */
export const rescheduleDeadlines = defineAct({
  name: 'timeline.rescheduled',
  title: '调整期限',
  summary: '调整或者补上期限；报送任务、提醒和会议随之调整；编制流程不认识的期限写null即移除',
  may: secretariat,
  path: 'deadlines/reschedule',
  input: z.object({
    reason: named('理由', lineInput()),
    /**
     * New rules by key; the rule as it stands confirms a date unchanged (needed after a suspension), that of a key
     * the plan must have and lacks enters it, and null removes a key the plan does not know.
     */
    deadlines: named(
      '期限',
      z
        .record(z.string(), deadlineRuleSchema.nullable())
        .refine((all) => Object.keys(all).length > 0, { error: '至少写明一项期限' }),
    ),
    began: beganInput,
  }),
  example: {
    reason: '为各单位留足汇总时间',
    deadlines: { [prepareExample.deadlines[1].key]: { kind: 'onOrBefore', date: '2021-08-20' } },
  },
  answer: rescheduled,
  uses: tools,
  async perform(act, { reason, deadlines, began }, services) {
    const keys = Object.keys(deadlines);
    const stored = await findDeadlines(act.tx, act.compilationId);
    requireBegan(began, deadlinesContent(stored, keys), '期限', standingOf(stored, keys));
    const warnings = await setAll(act, Object.entries(deadlines), services);
    act.note({ reason, keys });
    return { warnings };
  },
});

/** Shifts a prepared timeline to another first day, all dates by the same number of days. */
export const shiftDeadlines = defineAct({
  name: 'timeline.shifted',
  title: '平移全部期限',
  summary: '启动前把全部期限平移到新的首日',
  may: secretariat,
  path: 'deadlines/shift',
  input: z.object({ firstDay: named('新的首日', calendarDateSchema), began: beganInput }),
  example: { firstDay: '2021-07-01' },
  answer: rescheduled,
  uses: tools,
  async perform(act, { firstDay, began }, services) {
    const { tx, compilationId: id } = act;
    const compilation = await findCompilation(tx, id);
    if (compilation.startedAt !== null) throw new AlreadyStarted();
    const days = daysBetween(compilation.firstDay, firstDay);
    const all = await findDeadlines(tx, id);
    requireBegan(began, timelineContent(all), '各项期限', `首日为${formatDate(compilation.firstDay)}`);
    const rules = all.map(({ key, rule }): [string, DeadlineRule] => [key, shiftRule(rule, days)]);
    const warnings = await setAll(act, rules, services);
    await tx.update(Compilation, { id }, { firstDay });
    act.note({ firstDay, days });
    return { warnings };
  },
});

/** All of them, and then whether they go together: each alone may have to pass another on its way. */
async function setAll(
  act: Act,
  rules: [string, DeadlineRule | null][],
  { shelf, followers }: Tools,
): Promise<string[]> {
  const { tx, compilationId, now } = act;
  const timeline = await timelinePlan(tx, compilationId);
  const calendar = await shelf.load(tx);
  const { decisionCatalogued } = await findCompilation(tx, compilationId);
  const before = await findDeadlines(tx, compilationId);
  for (const [key, rule] of rules) {
    await setDeadline(act, key, rule, { timeline, calendar, followers });
  }
  const after = await findDeadlines(tx, compilationId);
  return checkChange({ before, after, now }, { timeline, calendar, decisionCatalogued });
}

/** The dates that were to be changed, as they stand. */
function standingOf(stored: readonly Deadline[], keys: readonly string[]): string {
  const lines = stored.filter(({ key }) => keys.includes(key));
  const texts = lines.map(({ title, nominal, effectiveAt }) => {
    return `“${title}”为${formatDeadline({ nominal, effective: effectiveAt }, 'anyone')}`;
  });
  return texts.length === 0 ? '该项期限尚未确定' : texts.join('，');
}
