import { type CalendarDate, resolveDeadline, type WorkingCalendar } from '../calendar/index.js';
import { type Act } from '../engine/index.js';
import { type Instant, saveRevision } from '../platform/index.js';
import { DeadlineChange, type DeadlineChangeCause } from './deadline-change.entity.js';
import { Obligation } from './obligation.entity.js';

export interface NewDeadline {
  nominal: CalendarDate;
  effectiveAt: Instant;
  ruleText: string;
}

/** The deadline that a given day amounts to: that day included, rolled on when it is no working day. */
export function deadlineOn(date: CalendarDate, calendar: WorkingCalendar): NewDeadline {
  const { nominal, effective, rule } = resolveDeadline({ kind: 'onOrBefore', date }, calendar);
  return { nominal, effectiveAt: effective, ruleText: rule };
}

export interface ChangeOrder {
  cause: DeadlineChangeCause;
  reason: string | null;
  /** A post, not a person. */
  approver: string | null;
}

/**
 * Gives one obligation the next revision of its deadline. What was handed in late may thereby come to be in time;
 * what was handed in on time is never made late afterwards.
 */
export async function changeDeadline<O extends Obligation>(
  act: Act,
  obligation: O,
  deadline: NewDeadline,
  order: ChangeOrder,
): Promise<O> {
  const { handedInAt, handedInLate } = obligation;
  const change: Partial<Obligation> = {
    ...deadline,
    deadlineRevision: obligation.deadlineRevision + 1,
    calendarSequence: obligation.calendarSequence + 1,
    datedIndividually: order.cause !== 'timeline',
    handedInLate: handedInLate && handedInAt !== null && handedInAt > deadline.effectiveAt,
  };
  if (order.cause === 'extension') {
    change.extendedAt = act.now;
    change.extensionReason = order.reason;
    change.extensionApprover = order.approver;
  }
  const revision = await saveRevision(act.tx, Obligation, obligation, change, '该报送任务');
  await act.tx.insert(DeadlineChange, {
    id: act.ids.next(),
    compilationId: act.compilationId,
    obligationId: obligation.id,
    deadlineRevision: obligation.deadlineRevision + 1,
    ...order,
    previousNominal: obligation.nominal,
    previousEffectiveAt: obligation.effectiveAt,
    nominal: deadline.nominal,
    effectiveAt: deadline.effectiveAt,
    changedAt: act.now,
  });
  return { ...obligation, ...change, revision };
}
