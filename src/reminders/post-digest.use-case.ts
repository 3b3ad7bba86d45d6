import { Injectable } from '@nestjs/common';
import { CalendarShelf, dateOf, nextWorkingInstant } from '../calendar/index.js';
import { findCompilation } from '../compilation/index.js';
import { type Act, Acts } from '../engine/index.js';
import { type Actor, Clock, Database } from '../platform/index.js';
import { digestCheckName } from './digest-check.js';
import { type Digest, DigestQuery } from './digest.query.js';
import { workingHours } from './occurrences.js';
import { ReminderPlan } from './reminder-plan.entity.js';
import { findPlan, storePlan } from './reminders.repository.js';

/**
 * Tells the secretariat once per working day who is late, what came in since the last time, who asks for more time,
 * what is due by tomorrow and which mails failed. On a day on which there is nothing of the kind, it sends nothing.
 */
@Injectable()
export class PostDigestUseCase {
  constructor(
    private readonly acts: Acts,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly shelf: CalendarShelf,
    private readonly digests: DigestQuery,
  ) {}

  async execute(compilationId: string, actor: Actor): Promise<{ posted: boolean }> {
    if (!(await this.mayPost(compilationId))) return { posted: false };
    const digest = await this.digests.compose(compilationId);
    if (digest === null) return { posted: false };
    return this.acts.perform({ compilationId, actor, type: 'digest.posted' }, async (act) => {
      const plan = await findPlan(act.tx, compilationId);
      if (toldToday(plan, act.now)) {
        act.note({ posted: false });
        return { posted: false };
      }
      await this.post(act, digest);
      if (plan.revision === 0) await storePlan(act.tx, compilationId, plan.rungs);
      await act.tx.update(ReminderPlan, { id: compilationId }, { digestedAt: digest.at });
      act.note({ date: dateOf(act.now), ...digest.counts });
      return { posted: true };
    });
  }

  private mayPost(compilationId: string): Promise<boolean> {
    const now = this.clock.now();
    return this.database.read(async (reader) => {
      const { suspendedAt } = await findCompilation(reader, compilationId);
      const opening = nextWorkingInstant(now, await this.shelf.load(reader), workingHours);
      const plan = await findPlan(reader, compilationId);
      return suspendedAt === null && opening === now && !toldToday(plan, now);
    });
  }

  /** To the secretariat's mailbox: one mail a day, whoever is on duty. */
  private async post(act: Act, digest: Digest): Promise<void> {
    const { secretariat, contact } = await findCompilation(act.tx, act.compilationId);
    const date = dateOf(act.now);
    await act.post([
      {
        template: 'digest',
        recipient: { id: act.compilationId, name: secretariat, address: contact.address },
        view: { ...digest.view, reference: `${date}-${act.ledgerSeq}` },
        key: `digest:${act.compilationId}:${date}`,
        dueAt: act.now,
        stillDueCheck: digestCheckName,
      },
    ]);
  }
}

const toldToday = ({ digestedAt }: ReminderPlan, now: number): boolean =>
  digestedAt !== null && dateOf(digestedAt) === dateOf(now);
