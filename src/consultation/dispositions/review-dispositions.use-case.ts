import { z } from 'zod';
import { removeTraces } from '../../drafts/index.js';
import { type Act, defineAct } from '../../engine/index.js';
import {
  type Actor,
  exampleId,
  named,
  reviewers,
  saveRevision,
  secretariat,
  textInput,
} from '../../platform/index.js';
import { type WorkflowEvent } from '../../../workflows/index.js';
import { Opinion } from '../opinions/opinion.entity.js';
import { findOpinion, findOpinionsOf } from '../opinions/opinions.repository.js';
import { opinionIds } from './disposition.dto.js';

const withReason = z.object({ opinionId: z.string(), reason: named('理由', textInput(2000)) });

/** 复核: somebody other than who disposed of an opinion approves it or returns it with a reason. */
export const approveDispositions = defineAct({
  name: 'dispositions.approved',
  title: '复核通过',
  summary: '复核通过处理意见；办理人不得自行复核',
  may: reviewers,
  path: 'opinions/approve',
  input: z.object({ opinionIds }),
  example: { opinionIds: [exampleId] },
  answer: z.object({ approved: z.int() }),
  async perform(act, { opinionIds: ids }) {
    const opinions = await findOpinionsOf(act.tx, act.compilationId, ids);
    for (const opinion of opinions) {
      await act.send(opinion.id, reviewEvent('approveDisposition', act.actor));
      const change = { reviewedBy: act.actor.id, reviewedAt: act.now };
      await saveRevision(act.tx, Opinion, opinion, change, '该意见');
    }
    act.note({ opinions: opinions.length });
    return { approved: opinions.length };
  },
});

export const returnDisposition = defineAct({
  name: 'disposition.returned',
  title: '复核退回',
  summary: '复核退回处理意见，须写明理由',
  may: reviewers,
  path: 'opinions/return',
  input: withReason,
  example: { opinionId: exampleId, reason: '理由不充分，请补充依据。' },
  perform: (act, { opinionId, reason }) =>
    sendBack(act, opinionId, reviewEvent('returnDisposition', act.actor, reason), reason),
});

/** A settled opinion is handled again; possible until the packet is submitted. */
export const reopenOpinion = defineAct({
  name: 'opinion.reopened',
  title: '重新办理意见',
  summary: '已办结的意见重新办理，须写明理由',
  may: secretariat,
  path: 'opinions/reopen',
  input: withReason,
  example: { opinionId: exampleId, reason: '条款已作调整，须重新办理。' },
  perform: (act, { opinionId, reason }) => sendBack(act, opinionId, { type: 'reopen', reason }, reason),
});

export interface ReviewEvent extends WorkflowEvent {
  reviewer: string;
}

const reviewEvent = (type: string, actor: Actor, reason?: string): ReviewEvent => ({
  type,
  reviewer: actor.id,
  ...(reason === undefined ? {} : { reason }),
});

/** The disposition stays written down for the handler to correct, but it counts for nothing until it is made again. */
async function sendBack(act: Act, opinionId: string, event: WorkflowEvent, reason: string): Promise<void> {
  const opinion = await findOpinion(act.tx, act.compilationId, opinionId);
  await act.send(opinionId, event);
  const change = { returnReason: reason, reviewedBy: null, reviewedAt: null };
  await saveRevision(act.tx, Opinion, opinion, change, '该意见');
  await removeTraces(act, { sourceKind: 'opinion', sourceId: opinionId });
  act.note({ number: opinion.number });
}
