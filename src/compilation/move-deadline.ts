import { type DeadlineRule, resolveDeadline, type WorkingCalendar } from '../calendar/index.js';
import { type Act } from '../engine/index.js';
import { canonicalJson, saveRevision } from '../platform/index.js';
import { Deadline } from './compilation.entity.js';
import { type DeadlineFollowers } from './deadline-followers.js';

/**
 * Dates a deadline by a rule and the calendar as it is now. One that comes out differently gets a new revision, and
 * what hangs on it follows; one that stays as it is, is left alone.
 * @returns whether it moved
 */
export async function moveDeadline(
  act: Act,
  deadline: Deadline,
  rule: DeadlineRule,
  calendar: WorkingCalendar,
  followers: DeadlineFollowers,
): Promise<boolean> {
  const { nominal, effective: effectiveAt, rule: ruleText } = resolveDeadline(rule, calendar);
  const sameRule = canonicalJson(deadline.rule) === canonicalJson(rule);
  if (sameRule && deadline.nominal === nominal && deadline.effectiveAt === effectiveAt) return false;
  const change = { rule: rule as never, nominal, effectiveAt, ruleText, confirmedAt: act.now };
  const revision = await saveRevision(act.tx, Deadline, deadline, change, '该期限');
  await followers.follow(act, { ...deadline, ...change, rule, revision });
  return true;
}
