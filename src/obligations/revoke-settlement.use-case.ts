import { z } from 'zod';
import { calendarDateSchema, dateOf, formatDate } from '../calendar/index.js';
import { requireCompilationUnderway, requireNoStepSince } from '../compilation/index.js';
import { type Act, defineAct, type Position } from '../engine/index.js';
import { exampleId, named, secretariat } from '../platform/index.js';
import {
  approveStage,
  collectStage,
  consultStage,
  draftStage,
  obligationWorkflow,
} from '../../workflows/index.js';
import { type Obligation, type ObligationKind } from './obligation.entity.js';
import { ObligationMails } from './obligation-mails.js';
import { idsField, weighedReason } from './obligations.dto.js';
import { requireRevocable } from './revocable.js';
import { type StandingObligation } from './obligations.repository.js';
import { chosenObligations, moveAll } from './settle-all.js';
import { TimeToWork } from './time-to-work.js';

/** The steps that weigh what was settled. What was issued after one of them is weighed by the next. */
const weighedBy: Record<ObligationKind, (at: Position) => string[]> = {
  material: (at) => [
    ...at.events(collectStage, 'close'),
    ...at.events(draftStage, 'complete'),
    ...at.events(approveStage, 'submit'),
  ],
  reply: (at) => at.events(consultStage, 'rework', 'complete'),
};
const remedies: Record<ObligationKind, string> = {
  material: '确需补充材料的，请以函件商该单位办理，并在编制说明中写明',
  reply: '该单位另有意见的，请代为登记意见',
};

/*
 * The secretariat takes back an acceptance or a waiver that was given by mistake, with a reason, until a step rests on
 * it: what was accepted waits for its review again, what was waived is owed again and the unit is told.
 */

/** No mail said that it was accepted, so none says that it no longer is. */
export const revokeAcceptance = defineAct({
  name: 'obligation.acceptanceRevoked',
  title: '撤销审核通过',
  summary: '撤销审核通过，可一次多家，须写明理由；回到待审核',
  may: secretariat,
  path: 'obligations/accept/revoke',
  input: z.object({ ids: idsField, reason: weighedReason }),
  example: { ids: [exampleId], reason: '误勾选了该单位，其材料尚未审核' },
  async perform(act, { ids, reason }) {
    await revoke(act, ids, { type: 'revokeAcceptance', reason }, { from: 'accepted', change: {} });
  },
});

export const revokeWaiver = defineAct({
  name: 'obligation.waiverRevoked',
  title: '撤销豁免',
  summary: '撤销豁免，可一次多家，须写明理由；回到豁免之前的状态，告知该单位',
  may: secretariat,
  path: 'obligations/waive/revoke',
  input: z.object({
    ids: idsField,
    reason: weighedReason,
    /** Without it the unit has until its deadline, but at least five working days. */
    until: named('报送至', calendarDateSchema.optional()),
  }),
  example: { ids: [exampleId], reason: '误勾选了该单位', until: '2021-08-02' },
  uses: { mails: ObligationMails, time: TimeToWork },
  async perform(act, { ids, reason, until }, { mails, time }) {
    const change = { waiverReason: null, waiverApprover: null };
    const event = { type: 'revokeWaiver' as const, reason };
    const owing = await revoke(act, ids, event, { from: 'waived', change });
    const least = await time.upTo(act, until);
    const dated: StandingObligation[] = [];
    for (const obligation of owing) dated.push(await time.renew(act, obligation, least, reason));
    const view = { revocation: { onText: formatDate(dateOf(act.now)), reason } };
    const mail = { template: 'waiver-revoked' as const, actionLabel: '填写并报送', onlyWhileOwed: true };
    await mails.restore(act, dated, { ...mail, view });
  },
});

async function revoke(
  act: Act,
  ids: string[],
  event: { type: 'revokeAcceptance' | 'revokeWaiver'; reason: string },
  { from, change }: { from: StandingObligation['state']; change: Partial<Obligation> },
): Promise<StandingObligation[]> {
  const { tx, compilationId } = act;
  const title = obligationWorkflow.eventTitles[event.type];
  await requireCompilationUnderway(tx, compilationId, title);
  const found = await chosenObligations(act, ids, event.type, [from]);
  await requireRevocable(act, found, title);
  for (const kind of ['material', 'reply'] as const) {
    const settled = found.filter((one) => one.kind === kind).map(({ settledAt }) => settledAt ?? act.now);
    if (settled.length === 0) continue;
    const what = `该项${obligationWorkflow.stateTitles[from]}`;
    await requireNoStepSince(tx, compilationId, Math.min(...settled), weighedBy[kind], what, remedies[kind]);
  }
  act.note({ reason: event.reason });
  return moveAll(act, found, event, { ...change, settledAt: null });
}
