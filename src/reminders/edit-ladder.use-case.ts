import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { CalendarShelf } from '../calendar/index.js';
import { findCompilation } from '../compilation/index.js';
import { Acts } from '../engine/index.js';
import { type Actor, type JsonObject, parseInput, saveRevision } from '../platform/index.js';
import { ladderSchema } from './ladder.js';
import { sweepSoon } from './reminder-jobs.js';
import { ReminderPlan } from './reminder-plan.entity.js';
import { findPlan, storePlan } from './reminders.repository.js';

export const editLadderSchema = z.object({
  /** The edition that was looked at; 0 for the default ladder. */
  revision: z.int({ error: '请写明所依据的版本号' }).min(0),
  rungs: ladderSchema,
});

/**
 * Gives a compilation another ladder. What the register holds stays: a rung that keeps its key is not sent again,
 * and of what a new ladder would have sent in the past at most the latest is sent now.
 */
@Injectable()
export class EditLadderUseCase {
  constructor(
    private readonly acts: Acts,
    private readonly shelf: CalendarShelf,
  ) {}

  async execute(compilationId: string, actor: Actor, input: unknown): Promise<{ revision: number }> {
    const { revision, rungs } = parseInput(editLadderSchema, input);
    return this.acts.perform({ compilationId, actor, type: 'ladder.edited' }, async (act) => {
      await findCompilation(act.tx, compilationId);
      const plan = await findPlan(act.tx, compilationId);
      if (plan.revision === 0) await storePlan(act.tx, compilationId, plan.rungs);
      const known = { id: compilationId, revision: Math.max(revision, 1) };
      const next = await saveRevision(act.tx, ReminderPlan, known, { rungs }, '提醒阶梯');
      await sweepSoon(act, this.shelf);
      act.note({ revision: next, rungs: rungs as unknown as JsonObject[] });
      return { revision: next };
    });
  }
}
