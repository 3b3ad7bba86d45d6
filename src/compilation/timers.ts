import { strict as assert } from 'node:assert';
import { type Act, type ActRunner, type IntentScope, type Reaction, reactTo } from '../engine/index.js';
import { type Mail, type MailChecks, type OutboxRow } from '../outbox/index.js';
import { Refusal, systemActor } from '../platform/index.js';
import { type JobHandler, type JobOutcome } from '../worker/index.js';
import { advanceCompilation } from './advance-compilation.use-case.js';
import { type Deadline } from './compilation.entity.js';
import { findDeadline } from './compilation.repository.js';
import { type DeadlineFollower } from './deadline-followers.js';
import { courseStage } from '../../workflows/index.js';

/**
 * One timer per event and act: an act that cancels a timer and sets it again, for a deadline that moved before or
 * not at all, must make a new row, because the old one has lapsed for good.
 */
const timerKey = (act: Act, event: string, deadline: Deadline): string =>
  `timer:${act.compilationId}:${event}:${deadline.key}:${deadline.revision}:${act.ledgerSeq}`;

async function schedule(act: Act, event: string, deadline: Deadline): Promise<void> {
  await act.enqueue({
    kind: 'timer',
    uniqueKey: timerKey(act, event, deadline),
    payload: { event, deadlineKey: deadline.key, revision: deadline.revision },
    // A deadline still runs in its last millisecond; what follows it happens in the next.
    dueAt: deadline.effectiveAt + 1,
  });
}

/** Charts name a deadline; the timeline dates it. */
export const timerReactions = (checks: MailChecks): Reaction[] => [
  reactTo(courseStage, 'scheduleTimer', async (act, { params }) => {
    const { event, deadlineKey } = timerParams(params);
    await schedule(act, event, await findDeadline(act.tx, act.compilationId, deadlineKey));
  }),
  reactTo(courseStage, 'cancelTimer', async (act, { params }) => {
    const { event } = timerParams({ deadlineKey: '', ...params });
    for (const job of await act.waiting('timer', { event })) await act.lapse(job.uniqueKey, '期限已调整');
  }),
  reactTo(courseStage, 'holdTimers', (act) => act.holdTimers()),
  reactTo(courseStage, 'releaseTimers', (act) => act.releaseTimers((held) => stillDue(act, held, checks))),
  reactTo(courseStage, 'endTimers', (act) => act.endTimers('编制已经结束')),
];

function timerParams(params: IntentScope['params']): { event: string; deadlineKey: string } {
  const { event, deadlineKey } = params;
  assert.ok(typeof event === 'string' && typeof deadlineKey === 'string');
  return { event, deadlineKey };
}

/** A timer that waits moves with its deadline. */
export const timerFollower: DeadlineFollower = {
  async follow(act, deadline) {
    const waiting = await act.waiting('timer', { deadlineKey: deadline.key });
    for (const job of waiting) {
      const { event } = timerParams(job.payload);
      await act.lapse(job.uniqueKey, '期限已调整');
      await schedule(act, event, deadline);
    }
  },
};

/** An elapsed timer asks like any visitor; one that no longer applies is recorded as lapsed. */
export class TimerHandler implements JobHandler {
  readonly kind = 'timer';

  constructor(private readonly runner: ActRunner) {}

  async perform(job: OutboxRow): Promise<JobOutcome> {
    const { event } = timerParams(job.payload);
    const { compilationId } = job;
    assert.ok(compilationId !== null);
    try {
      await this.runner.perform(
        advanceCompilation,
        { compilationId, actor: systemActor('timer') },
        { event },
      );
      return { state: 'done' };
    } catch (error) {
      if (error instanceof Refusal) return { state: 'lapsed', reason: error.userMessage };
      throw error;
    }
  }
}

/** Judged as it will be when they are due: one that no longer applies does not leave. */
async function stillDue(act: Act, held: Mail[], checks: MailChecks): Promise<Mail[]> {
  const leaving: Mail[] = [];
  for (const mail of held) {
    const verdict = await checks.verdict(act.tx, mail);
    if (verdict.due || 'notBefore' in verdict) leaving.push(mail);
  }
  return leaving;
}
