import { addTrace, removeTraces } from '../../drafts/index.js';
import { type Act } from '../../engine/index.js';
import { saveRevision } from '../../platform/index.js';
import { type Disposition, type WorkflowEvent } from '../../../workflows/index.js';
import { Opinion } from '../opinions/opinion.entity.js';
import { type Decision } from './disposition.dto.js';

/** What the facts of the opinion chart read from its events. */
export interface DisposeEvent extends WorkflowEvent {
  type: 'dispose';
  disposition: Disposition;
  changedClauseId: string | null;
}

export const changesText = (disposition: Disposition): boolean =>
  disposition === '采纳' || disposition === '部分采纳';

/** Disposes of one opinion; an adopted one becomes a source of the clause that was changed for it. */
export async function dispose(act: Act, opinion: Opinion, decision: Decision): Promise<void> {
  const { disposition, reason } = decision;
  const changedClauseId = changesText(disposition) ? (decision.changedClauseId ?? null) : null;
  const event: DisposeEvent = { type: 'dispose', reason, disposition, changedClauseId };
  await act.send(opinion.id, event);
  const change = {
    disposition,
    reason,
    changedClauseId,
    disposedBy: act.actor.id,
    disposedAt: act.now,
    returnReason: null,
    unchangedReason: null,
    unchangedBy: null,
    unchangedAt: null,
    reviewedBy: null,
    reviewedAt: null,
  };
  await saveRevision(act.tx, Opinion, opinion, change, '该意见');
  const source = { sourceKind: 'opinion', sourceId: opinion.id } as const;
  if (opinion.changedClauseId !== null) await removeTraces(act, source);
  if (changedClauseId !== null) await addTrace(act, changedClauseId, source);
}
