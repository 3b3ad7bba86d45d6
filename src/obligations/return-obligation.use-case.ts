import { z } from 'zod';
import { calendarDateSchema } from '../calendar/index.js';
import { defineAct } from '../engine/index.js';
import { exampleId, idSchema, named, saveRevision, secretariat, textInput } from '../platform/index.js';
import { changeDeadline } from './change-deadline.js';
import { Obligation } from './obligation.entity.js';
import { findObligation } from './obligations.repository.js';
import { TimeToWork } from './time-to-work.js';

/** The secretariat sends a submission back with comments; the unit gets time to revise it. */
export const returnObligation = defineAct({
  name: 'obligation.returned',
  title: '退回补正',
  summary: '退回补正，须写明意见',
  may: secretariat,
  path: 'obligations/:obligationId/return',
  input: z.object({
    obligationId: idSchema,
    comments: named('意见', z.array(textInput(2000)).max(50).default([])),
    /** Without it the unit has until its deadline, but at least five working days. */
    resubmitBy: named('补正至', calendarDateSchema.optional()),
  }),
  example: { obligationId: exampleId, comments: ['2035年目标未量化，请补充'], resubmitBy: '2021-08-02' },
  uses: { time: TimeToWork },
  async perform(act, { obligationId, comments, resubmitBy }, { time }) {
    const written = comments.filter((comment) => comment.trim() !== '');
    const obligation = await findObligation(act.tx, act.compilationId, obligationId);
    const deadline = await time.upTo(act, resubmitBy);
    const order = { cause: 'return' as const, reason: null, approver: null };
    const later = deadline.effectiveAt > obligation.effectiveAt;
    const dated = later ? await changeDeadline(act, obligation, deadline, order) : obligation;
    await saveRevision(act.tx, Obligation, dated, { returnComments: written }, '该报送任务');
    await act.send(obligationId, { type: 'returnForRevision', reason: written.join('\n') });
  },
});
