import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { CalendarShelf } from '../calendar/index.js';
import { findCompilation } from '../compilation/index.js';
import { type Act } from '../engine/index.js';
import { type PartProgress, SubmissionKinds } from '../obligations/index.js';
import { insertRows } from '../platform/index.js';
import { RegisterEntry } from './register-entry.entity.js';
import { postTurns } from './reminder-mails.js';
import { identityOf, type Turn } from './turn.js';

/** Queues the mails of turns and enters them into the register, inside the act of whoever sends them. */
@Injectable()
export class TurnPoster {
  constructor(
    private readonly shelf: CalendarShelf,
    private readonly kinds: SubmissionKinds,
  ) {}

  /** Returns the ids of the mails in the order of the turns. */
  async send(act: Act, turns: Turn[]): Promise<string[]> {
    const { tx, compilationId } = act;
    const compilation = await findCompilation(tx, compilationId);
    const calendar = await this.shelf.load(tx);
    const topics = await this.kinds.topics(tx, 'material', compilationId);
    const progress = await this.progressOf(tx, turns);
    const mailIds = await postTurns(act, turns, { compilation, calendar, topics, progress });
    await this.register(act, turns, mailIds);
    return mailIds;
  }

  /** Records turns that are not sent, so that they are not sent later. */
  skip(act: Act, turns: Turn[]): Promise<void> {
    return this.register(act, turns, []);
  }

  /** Only who has begun has something saved, so only they cost a query each. */
  private async progressOf(tx: EntityManager, turns: Turn[]): Promise<Map<string, PartProgress[]>> {
    const progress = new Map<string, PartProgress[]>();
    for (const { open, occurrence } of turns) {
      const { obligation } = open;
      if (obligation.state === 'owed' || occurrence.rung.template !== 'reminder') continue;
      progress.set(obligation.id, await this.kinds.progress(tx, obligation));
    }
    return progress;
  }

  private async register(act: Act, turns: Turn[], mailIds: string[]): Promise<void> {
    const rows = turns.map((turn, index) => ({
      id: act.ids.next(),
      compilationId: act.compilationId,
      ...identityOf(turn),
      mailId: mailIds[index] ?? null,
      dueAt: turn.occurrence.dueAt,
      recordedAt: act.now,
    }));
    await insertRows(act.tx, RegisterEntry, rows);
  }
}
