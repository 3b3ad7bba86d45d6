import { z } from 'zod';
import { CalendarShelf } from '../calendar/index.js';
import { findCompilation } from '../compilation/index.js';
import { defineAct } from '../engine/index.js';
import { type JsonObject, named, saveRevision, secretariat } from '../platform/index.js';
import { ladderSchema } from './ladder.js';
import { sweepSoon } from './reminder-jobs.js';
import { ReminderPlan } from './reminder-plan.entity.js';
import { findPlan, storePlan } from './reminders.repository.js';

/**
 * Gives a compilation another ladder. What the register holds stays: a rung that keeps its key is not sent again,
 * and of what a new ladder would have sent in the past at most the latest is sent now.
 */
export const editLadder = defineAct({
  name: 'ladder.edited',
  title: '调整提醒阶梯',
  summary: '修改提醒阶梯；已发的不再发',
  may: secretariat,
  method: 'PUT',
  path: 'reminder-ladder',
  input: z.object({
    /** The edition that was looked at; 0 for the default ladder. */
    revision: named('所依据的版本', z.int({ error: '请写明所依据的版本号' }).min(0)),
    rungs: named('提醒', ladderSchema),
  }),
  example: {
    revision: 0,
    rungs: [
      {
        key: 'minus-3',
        title: '期限前3个工作日',
        offsetWorkingDays: -3,
        template: 'reminder',
        audience: ['liaison'],
      },
    ],
  },
  answer: z.object({ revision: z.int() }),
  uses: { shelf: CalendarShelf },
  async perform(act, { revision, rungs }, { shelf }) {
    const { tx, compilationId } = act;
    await findCompilation(tx, compilationId);
    const plan = await findPlan(tx, compilationId);
    if (plan.revision === 0) await storePlan(tx, compilationId, plan.rungs);
    const known = { id: compilationId, revision: Math.max(revision, 1) };
    const next = await saveRevision(tx, ReminderPlan, known, { rungs }, '提醒阶梯');
    await sweepSoon(act, shelf);
    act.note({ revision: next, rungs: rungs as unknown as JsonObject[] });
    return { revision: next };
  },
});
