import { z } from 'zod';
import { dateOf } from '../../calendar/index.js';
import { requireNoStepSince } from '../../compilation/index.js';
import { type Act, correctionReason, defineAct, type Position, withdrawRow } from '../../engine/index.js';
import {
  exampleId,
  idSchema,
  named,
  NotFound,
  saveRevision,
  secretariat,
  sha256,
} from '../../platform/index.js';
import { visitStage } from '../../../workflows/index.js';
import { stillToCome, visitExample, visitInput } from './log-visit.use-case.js';
import { ResearchVisit } from './research-visit.entity.js';

/** Corrects a visit on file, until the draft that rests on the visits stands. */
export const amendVisit = defineAct({
  name: 'visit.amended',
  title: '更正调研走访',
  summary: '更正一次调研走访的记录；形成征求意见稿之后不再更正',
  may: secretariat,
  path: 'visits/:visitId/amend',
  input: visitInput.extend({
    visitId: idSchema,
    revision: z.int().min(1),
    reason: named('更正事由', correctionReason),
  }),
  example: { visitId: exampleId, revision: 1, ...visitExample, reason: '走访日期登记有误' },
  async perform(act, { visitId: id, revision, reason, ...visit }) {
    await unused(act, id);
    if (visit.visitedOn > dateOf(act.now)) throw stillToCome(visit.visitedOn);
    await saveRevision(act.tx, ResearchVisit, { id, revision }, visit, '该调研走访记录');
    const { kind, visitedOn, findings } = visit;
    act.note({ id, kind, visitedOn, reason, findingsSha256: sha256(findings) });
  },
});

/** Takes a visit off the file, until the draft that rests on the visits stands. */
export const withdrawVisit = defineAct({
  name: 'visit.withdrawn',
  title: '撤回调研走访',
  summary: '撤回一次误登的调研走访；形成征求意见稿之后不再撤回',
  may: secretariat,
  path: 'visits/:visitId/withdraw',
  input: z.object({ visitId: idSchema, reason: named('撤回事由', correctionReason) }),
  example: { visitId: exampleId, reason: '重复登记' },
  async perform(act, { visitId, reason }) {
    await withdrawRow(act, ResearchVisit, await unused(act, visitId), reason);
  },
});

async function unused({ tx, compilationId }: Act, id: string): Promise<ResearchVisit> {
  const visit = await tx.findOneBy(ResearchVisit, { id, compilationId });
  if (visit === null) throw new NotFound('调研走访', id);
  const steps = (at: Position) => at.stepsAsking(visitStage, 'visitsLogged');
  await requireNoStepSince(tx, compilationId, visit.loggedAt, steps, '该调研走访记录');
  return visit;
}
