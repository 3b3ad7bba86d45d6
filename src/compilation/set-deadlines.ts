import { type DeadlineRule, resolveDeadline, type WorkingCalendar } from '../calendar/index.js';
import { type Act } from '../engine/index.js';
import { type PlannedTimeline } from '../../workflows/index.js';
import { Deadline } from './compilation.entity.js';
import { findDeadlines } from './compilation.repository.js';
import { type DeadlineFollowers } from './deadline-followers.js';
import { moveDeadline } from './move-deadline.js';
import { DeadlineRequired, UnknownDeadline } from './timeline.errors.js';

export interface TimelineTools {
  timeline: PlannedTimeline;
  calendar: WorkingCalendar;
  followers: DeadlineFollowers;
}

/**
 * Dates one deadline: moves it, confirms it where it is, enters one that the plan must have and lacks, or, with null,
 * removes one that the plan does not know.
 * @throws UnknownDeadline, DeadlineRequired
 */
export async function setDeadline(
  act: Act,
  key: string,
  rule: DeadlineRule | null,
  tools: TimelineTools,
): Promise<void> {
  const { tx, compilationId, now } = act;
  const { timeline, calendar, followers } = tools;
  const known = await tx.findOneBy(Deadline, { compilationId, key });
  const planned = Object.hasOwn(timeline.deadlines, key);
  if (rule === null) {
    if (planned) throw new DeadlineRequired(timeline.deadlines[key].title);
    if (known === null) throw new UnknownDeadline(key, Object.keys(timeline.deadlines));
    await tx.delete(Deadline, { id: known.id });
  } else if (known === null) {
    if (!planned) throw new UnknownDeadline(key, Object.keys(timeline.deadlines));
    await enter(act, key, rule, tools);
  } else if (!(await moveDeadline(act, known, rule, calendar, followers))) {
    await tx.update(Deadline, { id: known.id }, { confirmedAt: now });
  }
}

async function enter(
  act: Act,
  key: string,
  rule: DeadlineRule,
  { timeline, calendar, followers }: TimelineTools,
): Promise<void> {
  const { tx, compilationId, now } = act;
  const { nominal, effective: effectiveAt, rule: ruleText } = resolveDeadline(rule, calendar);
  const { title, stage, limits } = timeline.deadlines[key];
  const words = { title, stage, event: limits, source: '秘书处补充安排' };
  const dated = { nominal, effectiveAt, ruleText, confirmedAt: now };
  const place = { id: act.ids.next(), compilationId, position: 0, revision: 1 };
  const deadline: Deadline = { ...place, key, ...words, ...dated, rule };
  await tx.insert(Deadline, { ...deadline, rule: rule as never });
  await putInOrder(act, timeline);
  await followers.follow(act, deadline);
}

/** In the order of the plan; what the plan does not know comes last. */
async function putInOrder(act: Act, { deadlines }: PlannedTimeline): Promise<void> {
  const keys = Object.keys(deadlines);
  const rank = ({ key }: Deadline): number => (keys.includes(key) ? keys.indexOf(key) : keys.length);
  const all = await findDeadlines(act.tx, act.compilationId);
  const ordered = [...all].sort((a, b) => rank(a) - rank(b) || a.position - b.position);
  for (const [position, { id }] of ordered.entries()) await act.tx.update(Deadline, { id }, { position });
}
