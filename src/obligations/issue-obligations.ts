import { strict as assert } from 'node:assert';
import { findDeadline } from '../compilation/index.js';
import { findUnits } from '../directory/index.js';
import { type Act, type IntentScope, type Reaction } from '../engine/index.js';
import { insertRows } from '../platform/index.js';
import { obligationWorkflow } from '../../workflows/index.js';
import { Obligation, type ObligationKind } from './obligation.entity.js';
import { outstandingStates } from './obligation-states.js';
import { findObligations, latestRound } from './obligations.repository.js';

function kindOf(params: IntentScope['params']): ObligationKind {
  const { kind } = params;
  assert.ok(kind === 'material' || kind === 'reply', `nobody owes a ${String(kind)}`);
  return kind;
}

/** Every unit of the five categories owes one thing, dated by the timeline (通知四、（一）1). */
export const issueObligations: Reaction = {
  reactsTo: 'implementation-scheme-2021/issueObligations',
  async react(act, { params }) {
    const kind = kindOf(params);
    const { tx, compilationId } = act;
    const deadline = await findDeadline(tx, compilationId, String(params.deadlineKey));
    const round = (await latestRound(tx, compilationId, kind)) + 1;
    const { nominal, effectiveAt, ruleText } = deadline;
    const dated = { deadlineKey: deadline.key, nominal, effectiveAt, ruleText };
    const owed = { compilationId, kind, round, ...dated, ...unchanged, issuedAt: act.now };
    const rows: Obligation[] = (await findUnits(tx)).map((unit) => ({
      ...owed,
      id: act.ids.next(),
      unitId: unit.id,
    }));
    await insertRows(tx, Obligation, rows);
    const ids = rows.map((row) => row.id);
    await act.begin(obligationWorkflow.id, ids);
    act.note({ issued: { kind, round, deadlineKey: deadline.key, obligations: rows.length } });
  },
};

/** What nothing has happened to yet. */
const unchanged = {
  deadlineRevision: 1,
  datedIndividually: false,
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

/** What is still outstanding when the stage is over ends unanswered; what was handed in stays to be accepted. */
export const endObligations: Reaction = {
  reactsTo: 'implementation-scheme-2021/endObligations',
  async react(act: Act, { params }) {
    const kind = kindOf(params);
    const { tx, compilationId } = act;
    const open = await findObligations(tx, compilationId, { kind, states: outstandingStates });
    for (const { id } of open) {
      await act.send(id, { type: 'endUnanswered' });
      await tx.update(Obligation, { id }, { settledAt: act.now });
    }
    act.note({ ended: { kind, obligations: open.length } });
  },
};
