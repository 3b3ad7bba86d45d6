import { strict as assert } from 'node:assert';
import { findDeadline } from '../compilation/index.js';
import { findUnits } from '../directory/index.js';
import { type Act, type IntentScope, type Reaction, reactTo } from '../engine/index.js';
import { insertRows } from '../platform/index.js';
import { courseStage, obligationWorkflow } from '../../workflows/index.js';
import { type NewDeadline } from './change-deadline.js';
import { Obligation, type ObligationKind } from './obligation.entity.js';
import { outstandingStates } from './obligation-states.js';
import { findObligations, latestRound } from './obligations.repository.js';

export interface Issue extends NewDeadline {
  kind: ObligationKind;
  round: number;
  deadlineKey: string;
  datedIndividually: boolean;
}

/** Puts the same obligation on each of the units; returns the new ids in their order. */
export async function issueTo(act: Act, unitIds: readonly string[], issue: Issue): Promise<string[]> {
  const { compilationId } = act;
  const owed = { ...issue, ...untouched, compilationId, issuedAt: act.now };
  const rows: Obligation[] = unitIds.map((unitId) => ({ ...owed, id: act.ids.next(), unitId }));
  await insertRows(act.tx, Obligation, rows);
  const ids = rows.map((row) => row.id);
  await act.begin(obligationWorkflow.id, ids);
  return ids;
}

/** What nothing has happened to yet. */
const untouched = {
  deadlineRevision: 1,
  calendarSequence: 0,
  acknowledgedAt: null,
  extendedAt: null,
  extensionReason: null,
  extensionApprover: null,
  handedInAt: null,
  handedInLate: false,
  settledAt: null,
  waiverReason: null,
  waiverApprover: null,
  returnComments: null,
  revision: 1,
};

function kindOf(params: IntentScope['params']): ObligationKind {
  const { kind } = params;
  assert.ok(kind === 'material' || kind === 'reply', `nobody owes a ${String(kind)}`);
  return kind;
}

/** Every unit of the five categories owes one thing, dated by the timeline (通知四、（一）1). */
export const issueObligations: Reaction = reactTo(
  courseStage,
  'issueObligations',
  async (act, { params }) => {
    const kind = kindOf(params);
    const deadline = await findDeadline(act.tx, act.compilationId, String(params.deadlineKey));
    const round = (await latestRound(act.tx, act.compilationId, kind)) + 1;
    const { nominal, effectiveAt, ruleText, key: deadlineKey } = deadline;
    const issue = { kind, round, deadlineKey, nominal, effectiveAt, ruleText, datedIndividually: false };
    const units = await findUnits(act.tx);
    await issueTo(
      act,
      units.map((unit) => unit.id),
      issue,
    );
    act.note({ issued: { kind, round, deadlineKey, obligations: units.length } });
  },
);

/** What is still outstanding when the stage is over ends unanswered; what was handed in stays to be accepted. */
export const endObligations: Reaction = reactTo(courseStage, 'endObligations', async (act, { params }) => {
  const kind = kindOf(params);
  const { tx, compilationId } = act;
  const open = await findObligations(tx, compilationId, { kind, states: outstandingStates });
  for (const { id } of open) {
    await act.send(id, { type: 'endUnanswered' });
    await tx.update(Obligation, { id }, { settledAt: act.now });
  }
  act.note({ ended: { kind, obligations: open.length } });
});
